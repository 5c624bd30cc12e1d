import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** Fingers lie over the document. */
export const occluded: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ document }, { document: { warnCoveredRatio, maxCoveredRatio } }) {
    if (!document || document.covered.areaRatio < warnCoveredRatio) return undefined;
    const { areaRatio, spots } = document.covered;
    return {
      severity: areaRatio > maxCoveredRatio ? 'blocker' : 'warning',
      confidence: 0.75,
      values: { areaPercent: Math.round(areaRatio * 1000) / 10 },
      areas: spots.map(boxPolygon),
    };
  },
};
