import type { Quad } from '../types.ts';
import { distance, quadSides } from './geometry.ts';

/**
 * Distance of the camera in long sides of the document. Phones that frame a card or a page well stand between 1 (a wide lens) and 2
 * (twice enlarged) of them away; unknown for a single photo, so angles are told to about a third of their size.
 */
const CAMERA_DISTANCE = 1.6;

/**
 * From how far off the upright a rectangle is seen, in degrees: 0 = from straight above. The far one of two opposite sides is shorter;
 * pinhole camera: (near - far) / (near + far) = sin(angle) * half the extent between the two / distance.
 */
export function viewDegreesOf(corners: Quad): number {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const { across, down } = quadSides(corners);
  const lean = (near: number, far: number, extent: number) =>
    (2 * CAMERA_DISTANCE * Math.max(across, down) * Math.abs(near - far)) / Math.max(1, (near + far) * extent);
  const pitch = lean(distance(topLeft, topRight), distance(bottomLeft, bottomRight), down);
  const yaw = lean(distance(topLeft, bottomLeft), distance(topRight, bottomRight), across);
  return (Math.asin(Math.min(1, Math.hypot(pitch, yaw))) * 180) / Math.PI;
}
