import type { Point } from '../types.ts';
import type { EdgeField } from './edges.ts';
import { distance } from './geometry.ts';
import type { Line } from './lines.ts';

/** Steps this much weaker than the picture's edges still count along a line that is there for other reasons. */
const WEAKER = 0.6;
/** Pixels to either side of the line in which the edge may lie. */
const REACH_PX = 2;
/** Cosine of the angle that an edge may be off the line. */
const MIN_ALIGNMENT = 0.9;
/** A side of which less than this share lies in the picture tells nothing. */
const MIN_IN_PICTURE = 0.25;

/** Share (0..1) of the part of a side within the picture along which an edge runs in the side's own direction. */
export function sideSupport(line: Line, from: Point, to: Point, edges: EdgeField): number {
  const { width, height, strength, across, down, threshold } = edges;
  const steps = Math.max(8, Math.round(distance(from, to) / 3));
  let inPicture = 0;
  let supported = 0;
  for (let k = 1; k < steps; k++) {
    const x = from.x + ((to.x - from.x) * k) / steps;
    const y = from.y + ((to.y - from.y) * k) / steps;
    if (x < REACH_PX || y < REACH_PX || x > width - 1 - REACH_PX || y > height - 1 - REACH_PX) continue;
    inPicture++;
    for (let d = -REACH_PX; d <= REACH_PX; d++) {
      const i = Math.round(y + d * line.sin) * width + Math.round(x + d * line.cos);
      if (strength[i]! < WEAKER * threshold) continue;
      if (Math.abs(across[i]! * line.cos + down[i]! * line.sin) > MIN_ALIGNMENT * strength[i]!) {
        supported++;
        break;
      }
    }
  }
  return inPicture < steps * MIN_IN_PICTURE ? 0 : supported / inPicture;
}
