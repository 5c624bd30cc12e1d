import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** Part of the face lies outside the picture. */
export const faceCropped: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces, picture }, { selfie: { maxOutsideRatio } }) {
    const face = faces?.find(({ isPrinted }) => !isPrinted);
    if (!face || !picture) return undefined;
    const { x, y, width, height } = face.box;
    const outsideRatio = Math.max(
      -x / width,
      (x + width - picture.widthPx) / width,
      -y / height,
      (y + height - picture.heightPx) / height,
    );
    if (outsideRatio <= maxOutsideRatio) return undefined;
    return {
      severity: 'blocker',
      confidence: face.confidence,
      values: { outsidePercent: Math.round(outsideRatio * 100) },
      areas: [boxPolygon(face.box)],
    };
  },
};
