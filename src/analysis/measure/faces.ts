import type { Box, UprightImage } from '../types.ts';
import { type DetectedFace, type FaceDetector, faceRollDegrees, isSameFace } from './face-detector.ts';
import type { QuarterTurns } from './letterbox.ts';

/** Faces below this are ornaments, knots in wood and holograms. */
const MIN_FACE_CONFIDENCE = 0.6;
/** A face that is this sure and upright needs no look at the other turns. */
const SURE = 0.82;
/** Seen sideways or upside down, less sure faces are mostly folds and faces of cats. */
const MIN_TURNED_CONFIDENCE = 0.78;
/** The detector is trained on faces that lean less than this. */
const UPRIGHT_WITHIN_DEGREES = 45;

/** Without the least trace of a face in the upright look, a turned one is not worth three more looks: it always leaves a trace. */
const TRACE = 0.3;

/**
 * Finds faces whichever way the picture is turned. When the upright look is not sure, other quarter turns are tried, and the turn
 * whose best face is surest gives the faces: upside down, the detector sees wide, doubtful faces where there are none. Level or
 * upright print leaves fewer turns to try.
 */
export function findFaces(
  detector: FaceDetector,
  image: UprightImage,
  region: Box,
  turnsToTry: readonly QuarterTurns[] = [1, 2, 3],
): DetectedFace[] {
  const traces = detector.detect(image, TRACE, region);
  const upright = traces.filter(({ confidence }) => confidence >= MIN_FACE_CONFIDENCE);
  if (traces.length === 0 || isConvincing(upright[0])) return upright;
  const turned = turnsToTry.map((turns) => detector.detect(image, MIN_TURNED_CONFIDENCE, region, turns));
  const best = turned.sort((a, b) => (b[0]?.confidence ?? 0) - (a[0]?.confidence ?? 0))[0] ?? [];
  // A turn must be clearly better: most doubtful faces of upright pictures are upright.
  return (best[0]?.confidence ?? 0) > (upright[0]?.confidence ?? 0) + 0.05 ? best : upright;
}

function isConvincing(face: DetectedFace | undefined): boolean {
  return face !== undefined && face.confidence >= SURE && Math.abs(faceRollDegrees(face)) < UPRIGHT_WITHIN_DEGREES;
}

/** Two sightings of the same scene as one list, the surest sighting of each face. */
export function mergeFaces(a: readonly DetectedFace[], b: readonly DetectedFace[]): DetectedFace[] {
  const merged: DetectedFace[] = [];
  for (const face of [...a, ...b].sort((x, y) => y.confidence - x.confidence)) {
    if (!merged.some((other) => isSameFace(face.box, other.box))) merged.push(face);
  }
  return merged;
}
