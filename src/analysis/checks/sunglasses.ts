import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** Dark glasses hide the eyes. */
export const sunglasses: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }, { selfie: { minEyeSkinRatio } }) {
    const face = faces?.find(({ look }) => look);
    if (!face?.look || face.look.eyeSkinRatio >= minEyeSkinRatio) return undefined;
    return { severity: 'blocker', confidence: 0.8, values: {}, areas: [boxPolygon(face.box)] };
  },
};
