import type { FaceLook, UprightImage } from '../types.ts';
import type { EyeReader } from './eye-openness.ts';
import { measureFaceCover } from './face-cover.ts';
import type { DetectedFace } from './face-detector.ts';
import { measureCheekLightRatio } from './face-light.ts';
import type { FaceMesher } from './face-mesh.ts';
import { measureHeadPose } from './head-pose.ts';

/** Heads turned further hide one of the eyes. */
const BOTH_EYES_WITHIN_DEGREES = 25;

/** How the face of a person looks into the camera: pose, eyes, and what covers it. */
export function measureLook(image: UprightImage, face: DetectedFace, mesher: FaceMesher, eyes: EyeReader): FaceLook {
  const mesh = mesher.mesh(image, face);
  const pose = measureHeadPose(mesh);
  const { right, left } = eyes.measure(image, mesh);
  const nearer = pose.yawDegrees > 0 ? right : left;
  const eyesOpenRatio = Math.abs(pose.yawDegrees) > BOTH_EYES_WITHIN_DEGREES ? nearer : Math.min(right, left);
  const cheekLightRatio = measureCheekLightRatio(image, mesh);
  return { ...pose, eyesOpenRatio, cheekLightRatio, ...measureFaceCover(image, mesh) };
}
