import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** The head is turned away from the camera. */
export const notFrontal: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }, { selfie: { warnYawDegrees, maxYawDegrees, maxPitchDegrees } }) {
    const face = faces?.find(({ look }) => look);
    if (!face?.look) return undefined;
    const yaw = Math.abs(face.look.yawDegrees);
    const pitch = Math.abs(face.look.pitchDegrees);
    if (yaw <= warnYawDegrees && pitch <= maxPitchDegrees) return undefined;
    return {
      severity: yaw > maxYawDegrees ? 'blocker' : 'warning',
      confidence: 0.85,
      values: { yawDegrees: Math.round(yaw), pitchDegrees: Math.round(pitch) },
      areas: [boxPolygon(face.box)],
    };
  },
};
