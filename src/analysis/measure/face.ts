import type { Box, DocumentFacts, FaceFacts } from '../types.ts';
import { measureExposure } from './exposure.ts';
import { type DetectedFace, faceRollDegrees } from './face-detector.ts';
import { isCentredIn, quadSides, scaleBox } from './geometry.ts';
import { cropPlane, type Plane } from './plane.ts';
import { measureSharpness } from './sharpness.ts';

/** Hair and chin belong to what must be sharp: the detector's box ends at brows and chin. */
const GROW_RATIO = 0.2;

/**
 * A printed portrait is at most about a fifth of its document wide; a person who holds a card between lens and face, however near,
 * shows a face of nearly half of it.
 */
const MAX_PRINTED_RATIO = 0.3;

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
    isPrinted: document?.hasOutline === true && isPrintedOn(document, box),
    sharpness: measureSharpness(cropPlane(luminance, grown)),
    exposure: measureExposure(cropPlane(luminance, face.box)),
    look: undefined,
  };
}

/** True when a face lies on the document, or is too small beside a card or page to be anything but the portrait on its other side. */
function isPrintedOn({ corners, kind, identityFeatures }: DocumentFacts, box: Box): boolean {
  if (isCentredIn(box, corners)) return true;
  const hasKnownSize = (kind === 'card' || kind === 'passport') && identityFeatures.length > 0;
  const { across, down } = quadSides(corners);
  return hasKnownSize && box.width < MAX_PRINTED_RATIO * Math.max(across, down);
}
