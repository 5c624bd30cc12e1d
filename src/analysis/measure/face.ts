import type { DocumentFacts, FaceFacts } from '../types.ts';
import { measureExposure } from './exposure.ts';
import { type DetectedFace, faceRollDegrees } from './face-detector.ts';
import { isInsidePolygon, scaleBox } from './geometry.ts';
import { cropPlane, type Plane } from './plane.ts';
import { measureSharpness } from './sharpness.ts';

/** Hair and chin belong to what must be sharp: the detector's box ends at brows and chin. */
const GROW_RATIO = 0.2;

/** Measures one detected face. `rotation` is how far the whole content is turned; `reduction` leads to the full photo. */
export function describeFace(
  face: DetectedFace,
  luminance: Plane,
  document: DocumentFacts | undefined,
  rotation: number,
  reduction: number,
): FaceFacts {
  const { x, y, width, height } = face.box;
  const grown = {
    x: x - GROW_RATIO * width,
    y: y - GROW_RATIO * height,
    width: (1 + 2 * GROW_RATIO) * width,
    height: (1 + 2 * GROW_RATIO) * height,
  };
  const box = scaleBox(face.box, reduction);
  const roll = faceRollDegrees(face) - rotation;
  return {
    box,
    confidence: face.confidence,
    rollDegrees: roll - 360 * Math.round(roll / 360),
    isPrinted:
      document?.hasOutline === true && isInsidePolygon(box.x + box.width / 2, box.y + box.height / 2, document.corners),
    sharpness: measureSharpness(cropPlane(luminance, grown)),
    exposure: measureExposure(cropPlane(luminance, face.box)),
  };
}
