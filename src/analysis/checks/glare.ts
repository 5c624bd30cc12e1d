import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** A reflection covers part of the document. */
export const glare: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ document }, { document: { warnGlareRatio, maxGlareRatio } }) {
    if (!document || document.glare.areaRatio < warnGlareRatio) return undefined;
    const { areaRatio, spots } = document.glare;
    return {
      severity: areaRatio > maxGlareRatio ? 'blocker' : 'warning',
      confidence: areaRatio > maxGlareRatio ? 0.9 : 0.7,
      values: { areaPercent: Math.round(areaRatio * 1000) / 10, maxAreaPercent: maxGlareRatio * 100 },
      areas: spots.map(boxPolygon),
    };
  },
};
