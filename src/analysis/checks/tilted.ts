import type { Check } from './check.ts';

/** The document lies slanted, or is seen from the side. */
export const tilted: Check = {
  stage: 'document',
  kinds: ['document'],
  judge({ document }, { document: { warnTiltDegrees, maxTiltDegrees, minPerspectiveRatio } }) {
    if (!document) return undefined;
    const { tiltDegrees, perspectiveRatio, confidence, hasOutline } = document;
    if (tiltDegrees <= warnTiltDegrees && perspectiveRatio >= minPerspectiveRatio) return undefined;
    return {
      severity: tiltDegrees > maxTiltDegrees ? 'blocker' : 'warning',
      confidence,
      values: { tiltDegrees: Math.round(tiltDegrees), perspectivePercent: Math.round((1 - perspectiveRatio) * 100) },
      areas: hasOutline ? [document.corners] : [],
    };
  },
};
