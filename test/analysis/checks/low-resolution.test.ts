import { describe, expect, it } from 'vitest';
import { lowResolution } from '../../../src/analysis/checks/low-resolution.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto, pictureOf } from './photo-facts.ts';

const { minDpi, warnDpi } = policy.document;
const { minLongSidePx } = policy.picture;
const photoOf = (dpi: number | undefined) => documentPhoto({ document: documentOf({ dpi }) });

describe('low-resolution', () => {
  it('takes print at the limit', () => {
    expect(lowResolution.judge(photoOf(warnDpi), policy)).toBeUndefined();
  });

  it('warns just below, down to where print stops reading', () => {
    expect(lowResolution.judge(photoOf(warnDpi - 1), policy)).toMatchObject({
      severity: 'warning',
      values: { dpi: warnDpi - 1 },
    });
    expect(lowResolution.judge(photoOf(minDpi), policy)).toMatchObject({ severity: 'warning' });
  });

  it('asks for a retake below that', () => {
    expect(lowResolution.judge(photoOf(minDpi - 1), policy)).toMatchObject({ severity: 'blocker' });
  });

  it('does not guess the resolution of a sheet of unknown size', () => {
    expect(lowResolution.judge(photoOf(undefined), policy)).toBeUndefined();
  });

  it('asks for a retake of a picture that is tiny as a whole, whichever way it lies', () => {
    const tiny = pictureOf({ widthPx: 300, heightPx: minLongSidePx - 1 });
    const enough = pictureOf({ widthPx: 300, heightPx: minLongSidePx });
    expect(lowResolution.judge(documentPhoto({ picture: tiny }), policy)).toMatchObject({
      severity: 'blocker',
      values: { longSidePx: minLongSidePx - 1, minLongSidePx },
    });
    expect(lowResolution.judge(documentPhoto({ picture: enough }), policy)).toBeUndefined();
  });
});
