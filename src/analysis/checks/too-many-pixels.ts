import { type Check, EVERY_KIND } from './check.ts';

/** The picture has more pixels than can be opened within memory and time. */
export const tooManyPixels: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file }, { file: { maxPixels, maxWholePixels } }) {
    if (file.problem !== 'too-many-pixels') return undefined;
    const { storedWidthPx: widthPx, storedHeightPx: heightPx } = file;
    // Above the lower bound alone it was refused because its format must be held whole.
    const limit = widthPx * heightPx > maxPixels ? maxPixels : maxWholePixels;
    return { severity: 'blocker', confidence: 1, values: { widthPx, heightPx, maxPixels: limit } };
  },
};
