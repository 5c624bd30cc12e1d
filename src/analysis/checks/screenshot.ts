import type { Check } from './check.ts';
import { EVERY_KIND } from './check.ts';

/** A picture of a screen, taken by the device itself. */
export const screenshot: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ file, picture }, { picture: { minDrawnRatio } }) {
    if (!picture || file.hasCameraExif) return undefined;
    const { screenSize, flatRatio } = picture;
    // A size that cameras use as well needs more: no camera writes PNG, and none draws planes without grain.
    const looksDrawn = screenSize === 'common' && file.format === 'png' && flatRatio >= minDrawnRatio;
    if (!file.isTaggedScreenshot && screenSize !== 'phone' && !looksDrawn) return undefined;
    return { severity: 'warning', confidence: file.isTaggedScreenshot ? 0.95 : 0.8, values: {} };
  },
};
