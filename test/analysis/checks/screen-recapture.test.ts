import { describe, expect, it } from 'vitest';
import { screenRecapture } from '../../../src/analysis/checks/screen-recapture.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentPhoto, pictureOf } from './photo-facts.ts';

const judge = (hasMoire: boolean) => screenRecapture.judge(documentPhoto({ picture: pictureOf({ hasMoire }) }), policy);

describe('screen-recapture', () => {
  it('warns where the pattern of a screen lies over the picture, and says nothing of how it was noticed', () => {
    expect(judge(true)).toMatchObject({ severity: 'warning', values: {} });
  });

  it('takes pictures without it, and files without pixels', () => {
    expect(judge(false)).toBeUndefined();
    expect(screenRecapture.judge(documentPhoto({ picture: undefined }), policy)).toBeUndefined();
  });
});
