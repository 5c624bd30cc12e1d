import type { Check } from './check.ts';

/** The document lies slanted, or is seen from the side. */
export const tilted: Check = {
  stage: 'document',
  kinds: ['document'],
  judge({ document }, { document: { warnTiltDegrees, maxTiltDegrees, warnViewDegrees } }) {
    if (!document) return undefined;
    const { tiltDegrees, viewDegrees, confidence, hasOutline } = document;
    if (tiltDegrees <= warnTiltDegrees && viewDegrees <= warnViewDegrees) return undefined;
    return {
      severity: tiltDegrees > maxTiltDegrees ? 'blocker' : 'warning',
      confidence,
      values: { tiltDegrees: Math.round(tiltDegrees), viewDegrees: Math.round(viewDegrees) },
      areas: hasOutline ? [document.corners] : [],
    };
  },
};
