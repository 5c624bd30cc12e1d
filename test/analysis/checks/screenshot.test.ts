import { describe, expect, it } from 'vitest';
import { screenshot } from '../../../src/analysis/checks/screenshot.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FileFacts, PictureFacts } from '../../../src/analysis/types.ts';
import { factsOfFile } from './file-facts.ts';
import { documentPhoto, pictureOf } from './photo-facts.ts';

const judge = (file: Partial<FileFacts>, picture: Partial<PictureFacts> = {}) =>
  screenshot.judge(
    documentPhoto({ file: factsOfFile({ hasCameraExif: false, ...file }).file, picture: pictureOf(picture) }),
    policy,
  );

describe('screenshot', () => {
  it('takes photos of any size that no screen has', () => {
    expect(judge({ format: 'png' }, { flatRatio: 0.9 })).toBeUndefined();
  });

  it('warns of a picture that is exactly as large as a phone screen', () => {
    expect(judge({}, { screenSize: 'phone' })).toMatchObject({ severity: 'warning' });
  });

  it('believes the camera more than the size', () => {
    expect(judge({ hasCameraExif: true }, { screenSize: 'phone' })).toBeUndefined();
  });

  it('warns at sizes that cameras use as well only of a PNG with drawn planes', () => {
    const flatRatio = policy.picture.minDrawnRatio;
    expect(judge({ format: 'png' }, { screenSize: 'common', flatRatio })).toMatchObject({ severity: 'warning' });
    expect(judge({ format: 'jpeg' }, { screenSize: 'common', flatRatio })).toBeUndefined();
    expect(judge({ format: 'png' }, { screenSize: 'common', flatRatio: flatRatio - 0.01 })).toBeUndefined();
  });

  it('warns when the file says so itself', () => {
    expect(judge({ isTaggedScreenshot: true })).toMatchObject({ severity: 'warning' });
  });
});
