import { polygonArea } from '../../src/analysis/measure/geometry.ts';
import type { Point, Polygon } from '../../src/analysis/types.ts';

/** Intersection over union of two convex polygons, 0..1, whatever their winding. */
export function overlapOf(a: Polygon, b: Polygon): number {
  const common = polygonArea(clip(a, b));
  const union = polygonArea(a) + polygonArea(b) - common;
  return union > 0 ? common / union : 0;
}

/** The part of a polygon inside a convex one (Sutherland and Hodgman, 1974). */
function clip(subject: Polygon, window: Polygon): Polygon {
  const edges = clockwise(window);
  let kept: Point[] = [...subject];
  edges.forEach((from, i) => {
    const to = edges[(i + 1) % edges.length]!;
    const depth = (p: Point) => (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    kept = kept.flatMap((p, k) => {
      const q = kept[(k + 1) % kept.length]!;
      const [pDepth, qDepth] = [depth(p), depth(q)];
      const own = pDepth >= 0 ? [p] : [];
      if (pDepth >= 0 === qDepth >= 0) return own;
      const t = pDepth / (pDepth - qDepth);
      return [...own, { x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t }];
    });
  });
  return kept;
}

function clockwise(polygon: Polygon): Polygon {
  let turn = 0;
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length]!;
    turn += p.x * q.y - q.x * p.y;
  });
  return turn >= 0 ? polygon : [...polygon].reverse();
}
