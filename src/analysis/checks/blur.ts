import type { Sharpness } from '../types.ts';
import { type Check, EVERY_KIND } from './check.ts';

/** Steps this much softer along one axis than along the other were moved, not out of focus. */
const DIRECTIONAL = 0.12;

/** The document or the face is not sharp. */
export const blur: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ kind, picture, document, faces }, { picture: { warnBlurRatio, maxBlurRatio } }) {
    if (!picture) return undefined;
    const face = kind === 'document' ? undefined : faces?.[0];
    // Soft backgrounds are no fault, and smooth skin is no blur: what matters and the whole picture must both be soft.
    const regions = [picture.sharpness, kind === 'selfie' ? face?.sharpness : document?.sharpness];
    const sharpest = regions.reduce<Sharpness>((a, b) => (b && b.blurRatio < a.blurRatio ? b : a), picture.sharpness);
    const { blurRatio, blurAcrossRatio, blurDownRatio } = sharpest;
    if (blurRatio < warnBlurRatio) return undefined;
    const cause = Math.abs(blurAcrossRatio - blurDownRatio) >= DIRECTIONAL ? 'shake' : 'focus';
    return {
      severity: blurRatio >= maxBlurRatio ? 'blocker' : 'warning',
      confidence: Math.min(1, 0.6 + 3 * (blurRatio - warnBlurRatio)),
      values: { sharpness: round(1 - blurRatio), minSharpness: round(1 - warnBlurRatio), cause },
      areas: document && kind !== 'selfie' ? [document.corners] : [],
    };
  },
};

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
