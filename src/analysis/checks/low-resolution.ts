import { type Check, EVERY_KIND } from './check.ts';

/** Too few pixels for the print on the document, or for the picture as a whole. */
export const lowResolution: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ picture, document }, { picture: { minLongSidePx }, document: { minDpi, warnDpi } }) {
    if (!picture) return undefined;
    const longSidePx = Math.max(picture.widthPx, picture.heightPx);
    if (longSidePx < minLongSidePx) {
      return { severity: 'blocker', confidence: 1, values: { longSidePx, minLongSidePx } };
    }
    if (document?.dpi === undefined || document.dpi >= warnDpi) return undefined;
    return {
      severity: document.dpi < minDpi ? 'blocker' : 'warning',
      confidence: document.hasOutline ? 0.9 : 0.6,
      values: { dpi: Math.round(document.dpi), minDpi: warnDpi },
      areas: [document.corners],
    };
  },
};
