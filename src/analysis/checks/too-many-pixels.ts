import { type Check, EVERY_KIND } from './check.ts';

/** The picture has more pixels than can be opened within memory and time, or a longer side than a provider takes. */
export const tooManyPixels: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file }, { file: { maxPixels, maxWholePixels, maxSidePx } }) {
    const { storedWidthPx: widthPx, storedHeightPx: heightPx } = file;
    if (Math.max(widthPx, heightPx) > maxSidePx) {
      return { severity: 'blocker', confidence: 1, values: { widthPx, heightPx, maxSidePx } };
    }
    if (file.problem !== 'too-many-pixels') return undefined;
    // Above the lower bound alone it was refused because its format must be held whole.
    const limit = widthPx * heightPx > maxPixels ? maxPixels : maxWholePixels;
    return { severity: 'blocker', confidence: 1, values: { widthPx, heightPx, maxPixels: limit } };
  },
};
