import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** A mask, a scarf or a hand lies over mouth or nose, or the document is held before the face. */
export const faceCovered: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }, { selfie: { warnMouthCoverRatio, maxMouthCoverRatio, minCoveredFacePx, maxHiddenRatio } }) {
    const face = faces?.find(({ look }) => look);
    if (face && face.hiddenRatio > maxHiddenRatio) {
      return { severity: 'blocker', confidence: 0.9, values: {}, areas: [boxPolygon(face.box)] };
    }
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
