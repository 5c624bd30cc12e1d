import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** The head leans to one side. */
export const headTilted: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }, { selfie: { maxRollDegrees } }) {
    const face = faces?.find(({ isPrinted }) => !isPrinted);
    if (!face || Math.abs(face.rollDegrees) <= maxRollDegrees) return undefined;
    return {
      severity: 'warning',
      confidence: face.confidence,
      values: { tiltDegrees: Math.round(Math.abs(face.rollDegrees)) },
      areas: [boxPolygon(face.box)],
    };
  },
};
