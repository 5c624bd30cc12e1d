import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** At least one eye is closed. */
export const eyesClosed: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }, { selfie: { warnEyesOpenRatio, minEyesOpenRatio, minEyeSkinRatio } }) {
    const face = faces?.find(({ look }) => look);
    // Behind dark glasses there are no lids to see.
    if (!face?.look || face.look.eyeSkinRatio < minEyeSkinRatio) return undefined;
    const { eyesOpenRatio } = face.look;
    if (eyesOpenRatio >= warnEyesOpenRatio) return undefined;
    const isShut = eyesOpenRatio < minEyesOpenRatio;
    return {
      severity: isShut ? 'blocker' : 'warning',
      confidence: isShut ? 0.9 : 0.65,
      values: { openPercent: Math.round(100 * eyesOpenRatio) },
      areas: [boxPolygon(face.box)],
    };
  },
};
