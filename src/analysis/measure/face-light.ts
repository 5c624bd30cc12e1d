import type { Point, UprightImage } from '../types.ts';
import type { FaceMesh } from './face-mesh.ts';
import { distance } from './geometry.ts';

/** Corners of the eyes and of the mouth on the mesh; the side on the left of an upright picture first. */
const EYES = [
  [33, 133],
  [263, 362],
] as const;
const MOUTH_CORNERS = [61, 291] as const;
/** Side of the zones in distances between the eyes (ISO/IEC 29794-5, luminance zones). */
const ZONE_RATIO = 0.3;
/** Smaller zones have too few pixels to compare. */
const MIN_ZONE_PX = 6;

/**
 * How much light the darker cheek gets of what the brighter one gets: the mean luma of two zones between eye and corner of the mouth,
 * 0..1. The zones are those of illumination uniformity in ISO/IEC 29794-5; the overlap of their histograms, which it goes on to take,
 * falls to nothing in ordinary light from a window. Undefined for faces that are too small.
 */
export function measureCheekLightRatio(image: UprightImage, { points }: FaceMesh): number | undefined {
  const middles = EYES.map(([a, b]) => between(points[a]!, points[b]!)) as [Point, Point];
  const side = ZONE_RATIO * distance(middles[0], middles[1]);
  if (side < MIN_ZONE_PX) return undefined;
  const [right, left] = middles.map((eye, k) => meanLuma(image, between(eye, points[MOUTH_CORNERS[k]!]!), side));
  return right !== undefined && left !== undefined ? Math.min(right, left) / Math.max(right, left, 1) : undefined;
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Mean luma (BT.601) of a square; undefined where the picture does not show it. */
function meanLuma({ widthPx, heightPx, pixels }: UprightImage, centre: Point, side: number): number | undefined {
  let sum = 0;
  let count = 0;
  for (let y = Math.round(centre.y - side / 2); y < centre.y + side / 2; y++) {
    for (let x = Math.round(centre.x - side / 2); x < centre.x + side / 2; x++) {
      if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
      const p = (y * widthPx + x) * 3;
      sum += 0.299 * pixels[p]! + 0.587 * pixels[p + 1]! + 0.114 * pixels[p + 2]!;
      count++;
    }
  }
  return count > 0 ? sum / count : undefined;
}
