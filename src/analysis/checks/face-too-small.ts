import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** The face has too few pixels, or takes up too little of the picture. */
export const faceTooSmall: Check = {
  stage: 'selfie',
  kinds: ['selfie'],
  judge({ faces, picture }, { selfie: { minFacePx, warnFacePx, warnFaceRatio } }) {
    // Of a group, nobody is the one: that is another fault.
    if (!picture || faces?.length !== 1) return undefined;
    const face = faces[0]!;
    const facePx = Math.round(face.box.width);
    const faceRatio = face.box.width / Math.max(picture.widthPx, picture.heightPx);
    // A large face with few pixels is a small picture, which low-resolution tells.
    if (facePx >= warnFacePx || faceRatio >= warnFaceRatio) return undefined;
    return {
      severity: facePx < minFacePx ? 'blocker' : 'warning',
      confidence: 0.9,
      values: { facePx, minFacePx, facePercent: Math.round(faceRatio * 100) },
      areas: [boxPolygon(face.box)],
    };
  },
};
