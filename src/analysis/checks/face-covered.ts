import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** A mask, a scarf or a hand lies over mouth or nose. */
export const faceCovered: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }, { selfie: { warnMouthCoverRatio, maxMouthCoverRatio, minCoveredFacePx } }) {
    const face = faces?.find(({ look }) => look);
    if (!face?.look || face.box.width < minCoveredFacePx) return undefined;
    if (face.look.mouthCoverRatio < warnMouthCoverRatio) return undefined;
    return {
      severity: face.look.mouthCoverRatio >= maxMouthCoverRatio ? 'blocker' : 'warning',
      confidence: face.look.mouthCoverRatio,
      values: {},
      areas: [boxPolygon(face.box)],
    };
  },
};
