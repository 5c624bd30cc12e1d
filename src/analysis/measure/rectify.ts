import type { Point, Quad } from '../types.ts';
import { boxPolygon, quadSides } from './geometry.ts';
import { homographyBetween, project } from './homography.ts';
import { type Plane, reducePlane } from './plane.ts';

/** Quarter turns clockwise that bring the content upright take its corners round by so many. */
type Rotation = 0 | 90 | 180 | 270;

/** A document seen from straight above. */
export interface RectifiedPage {
  readonly page: Plane;
  /** Where a point of the page lies in the plane that it was taken from. */
  toSource(x: number, y: number): Point;
}

/**
 * The part of a plane inside four corners, seen from straight above and upright, `widthPx` wide: what lies `rotation` degrees clockwise
 * is turned back. Samples between pixels are interpolated, fine ones averaged first.
 */
export function rectify(plane: Plane, corners: Quad, rotation: Rotation, widthPx: number): RectifiedPage {
  const turns = rotation / 90;
  const upright = [0, 1, 2, 3].map((k) => corners[(k + turns) % 4]!) as unknown as Quad;
  const { across, down } = quadSides(upright);
  const heightPx = Math.max(1, Math.round((widthPx * down) / Math.max(1, across)));
  const factor = Math.max(1, Math.floor(across / widthPx));
  const source = reducePlane(plane, factor);
  const target = boxPolygon({ x: 0, y: 0, width: widthPx, height: heightPx });
  const map = homographyBetween(target, upright);
  const data = new Uint8Array(widthPx * heightPx);
  for (let v = 0; v < heightPx; v++) {
    for (let u = 0; u < widthPx; u++) {
      const { x, y } = project(map, u + 0.5, v + 0.5);
      data[v * widthPx + u] = between(source, x / factor - 0.5, y / factor - 0.5);
    }
  }
  return { page: { width: widthPx, height: heightPx, data }, toSource: (x, y) => project(map, x, y) };
}

function between({ width, height, data }: Plane, x: number, y: number): number {
  const cx = Math.min(width - 1, Math.max(0, x));
  const cy = Math.min(height - 1, Math.max(0, y));
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const [fx, fy] = [cx - x0, cy - y0];
  const top = data[y0 * width + x0]! * (1 - fx) + data[y0 * width + x1]! * fx;
  const bottom = data[y1 * width + x0]! * (1 - fx) + data[y1 * width + x1]! * fx;
  return Math.round(top * (1 - fy) + bottom * fy);
}
