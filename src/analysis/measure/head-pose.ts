import type { FaceMesh, MeshPoint } from './face-mesh.ts';

/** Where a head is turned, in degrees. */
export interface HeadPose {
  /** To the side: positive when the person looks to the right of the picture. */
  readonly yawDegrees: number;
  /** Up or down: positive when the person looks down. */
  readonly pitchDegrees: number;
}

/** Points of the mesh: the temples (of the person's right and left), the top of the forehead and the chin. */
const TEMPLES = [234, 454] as const;
const FOREHEAD_TO_CHIN = [10, 152] as const;
/** On the canonical face the line from forehead to chin leans back by so much. */
const NEUTRAL_PITCH_DEGREES = 8;

/** The pose from how far the axes of the mesh point away from the camera. */
export function measureHeadPose({ points }: FaceMesh): HeadPose {
  return {
    yawDegrees: depthDegrees(points[TEMPLES[0]]!, points[TEMPLES[1]]!),
    pitchDegrees: depthDegrees(points[FOREHEAD_TO_CHIN[0]]!, points[FOREHEAD_TO_CHIN[1]]!) - NEUTRAL_PITCH_DEGREES,
  };
}

/** Angle between the line from a to b and the plane of the picture. */
function depthDegrees(a: MeshPoint, b: MeshPoint): number {
  return (Math.atan2(b.z - a.z, Math.hypot(b.x - a.x, b.y - a.y)) * 180) / Math.PI;
}
