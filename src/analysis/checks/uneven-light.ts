import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** A shadow falls on part of the document. */
export const unevenLight: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ document }, { document: { warnShadeRatio } }) {
    if (!document || document.shade.areaRatio < warnShadeRatio) return undefined;
    const { areaRatio, spots } = document.shade;
    return {
      severity: 'warning',
      confidence: 0.7,
      values: { areaPercent: Math.round(areaRatio * 100) },
      areas: spots.map(boxPolygon),
    };
  },
};
