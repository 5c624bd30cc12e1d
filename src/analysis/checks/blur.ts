import type { Policy } from '../policy.ts';
import type { DocumentFacts, Exposure, FileFacts, PictureFacts, Sharpness } from '../types.ts';
import { type Check, EVERY_KIND } from './check.ts';

/** Steps this much softer along one direction than across it were moved, not out of focus. */
const DIRECTIONAL = 0.12;

/** The document or the face is not sharp. */
export const blur: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ kind, file, picture, document, faces }, { picture: limits }) {
    if (!picture) return undefined;
    const { warnBlurRatio, maxBlurRatio } = limits;
    const face = kind === 'document' ? undefined : faces?.[0];
    // Soft backgrounds are no fault, and smooth skin is no blur: what matters and the whole picture must both be soft.
    const regions = [picture.sharpness, kind === 'selfie' ? face?.sharpness : document?.sharpness];
    const sharpest = regions.reduce<Sharpness>((a, b) => (b && b.blurRatio < a.blurRatio ? b : a), picture.sharpness);
    const { blurRatio } = sharpest;
    if (blurRatio < warnBlurRatio) return undefined;
    return {
      severity: blurRatio >= maxBlurRatio ? 'blocker' : 'warning',
      confidence: Math.min(1, 0.6 + 3 * (blurRatio - warnBlurRatio)),
      values: {
        sharpness: round(1 - blurRatio),
        minSharpness: round(1 - warnBlurRatio),
        cause: causeOf(sharpest, picture, document, file, limits),
      },
      areas: document && kind !== 'selfie' ? [document.corners] : [],
    };
  },
};

/** What made it so; the advice differs. */
function causeOf(
  { motionRatio }: Sharpness,
  { isEnlarged, exposure }: PictureFacts,
  document: DocumentFacts | undefined,
  { jpegQuality }: FileFacts,
  { maxHazeRange, minHazeInk, maxCrushedQuality }: Policy['picture'],
): 'enlarged' | 'shake' | 'compression' | 'haze' | 'focus' {
  if (isEnlarged) return 'enlarged';
  if (motionRatio >= DIRECTIONAL) return 'shake';
  if (jpegQuality !== undefined && jpegQuality <= maxCrushedQuality) return 'compression';
  // Fine print that is out of focus loses its black as well, but the rest of the picture keeps it.
  const isHazy = ({ p05, p95 }: Exposure) => p05 >= minHazeInk && p95 - p05 <= maxHazeRange;
  if (isHazy(exposure) && (!document || isHazy(document.exposure))) return 'haze';
  return 'focus';
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
