import { type Check, EVERY_KIND } from './check.ts';

/** So much light that the print or the skin is washed out. */
export const overexposed: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ kind, picture, document, faces }, policy) {
    if (!picture) return undefined;
    const face = faces?.find(({ isPrinted }) => !isPrinted);
    if (kind !== 'document' && face) {
      const { mean, clippedRatio } = face.exposure;
      if (mean <= policy.selfie.maxMean && clippedRatio <= policy.selfie.maxClippedRatio) return undefined;
      return {
        severity: 'blocker',
        confidence: 0.8,
        values: { brightness: Math.round(mean), clippedPercent: percent(clippedRatio) },
      };
    }
    const { median, p05, clippedRatio } = (document ?? picture).exposure;
    if (median < policy.document.maxMedian || p05 < policy.document.maxInk) return undefined;
    return {
      severity: 'blocker',
      confidence: 0.8,
      values: { brightness: median, clippedPercent: percent(clippedRatio) },
    };
  },
};

function percent(ratio: number): number {
  return Math.round(ratio * 100);
}
