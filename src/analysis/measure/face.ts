import type { Box, DocumentFacts, FaceFacts, Quad } from '../types.ts';
import { measureExposure } from './exposure.ts';
import { type DetectedFace, faceRollDegrees } from './face-detector.ts';
import { insideTest, isCentredIn, quadSides, scaleBox } from './geometry.ts';
import { cropPlane, type Plane } from './plane.ts';
import { measureSharpness } from './sharpness.ts';

/** Hair and chin belong to what must be sharp: the detector's box ends at brows and chin. */
const GROW_RATIO = 0.2;

/**
 * A printed portrait is at most about a fifth of its document wide; a person who holds a card between lens and face, however near,
 * shows a face of nearly half of it.
 */
const MAX_PRINTED_RATIO = 0.3;
/** A face in the middle of a document that is larger than this belongs to the person behind it. */
const MAX_INSIDE_RATIO = 0.45;

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
  const isPrinted = document?.hasOutline === true && isPrintedOn(document, box);
  return {
    box,
    confidence: face.confidence,
    rollDegrees: roll - 360 * Math.round(roll / 360),
    isPrinted,
    hiddenRatio: document?.hasOutline && !isPrinted ? hiddenRatioOf(box, document.corners) : 0,
    sharpness: measureSharpness(cropPlane(luminance, grown)),
    exposure: measureExposure(cropPlane(luminance, face.box)),
    look: undefined,
  };
}

/** True when a face lies on the document, or is too small beside a card or page to be anything but the portrait on its other side. */
function isPrintedOn({ corners, kind, identityFeatures }: DocumentFacts, box: Box): boolean {
  const { across, down } = quadSides(corners);
  const share = box.width / Math.max(across, down);
  if (isCentredIn(box, corners)) return share < MAX_INSIDE_RATIO;
  const hasKnownSize = (kind === 'card' || kind === 'passport') && identityFeatures.length > 0;
  return hasKnownSize && share < MAX_PRINTED_RATIO;
}

/** The oval of a face: the detector's box ends at brows and chin, and is wider than the face. */
const OVAL = { halfWidth: 0.42, halfHeight: 0.55 };
const OVAL_STEPS = 24;

/** Share of a face's oval that lies under a document. */
function hiddenRatioOf({ x, y, width, height }: Box, corners: Quad): number {
  const isUnder = insideTest(corners);
  let all = 0;
  let hidden = 0;
  for (let i = 0; i < OVAL_STEPS * OVAL_STEPS; i++) {
    const u = (2 * ((i % OVAL_STEPS) + 0.5)) / OVAL_STEPS - 1;
    const v = (2 * (Math.floor(i / OVAL_STEPS) + 0.5)) / OVAL_STEPS - 1;
    if (u * u + v * v > 1) continue;
    all++;
    if (isUnder(x + width * (0.5 + u * OVAL.halfWidth), y + height * (0.5 + v * OVAL.halfHeight))) hidden++;
  }
  return hidden / all;
}
