import type { Box, Point, Polygon, Quad } from '../types.ts';

/** Area of a polygon in square pixels (shoelace formula), whatever its winding. */
export function polygonArea(polygon: Polygon): number {
  let twice = 0;
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length]!;
    twice += p.x * q.y - q.x * p.y;
  });
  return Math.abs(twice) / 2;
}

/** True when the point lies inside the polygon (even-odd rule). */
export function isInsidePolygon(x: number, y: number, polygon: Polygon): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i]!;
    const b = polygon[j]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Where a level line enters and leaves a convex quadrilateral; nowhere (left beyond right) when it passes by. */
export function spanAt(corners: Quad, y: number): [number, number] {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < 4; k++) {
    const p = corners[k]!;
    const q = corners[(k + 1) % 4]!;
    if (p.y > y === q.y > y) continue;
    const x = p.x + ((q.x - p.x) * (y - p.y)) / (q.y - p.y);
    if (x < left) left = x;
    if (x > right) right = x;
  }
  return [left, right];
}

/** Tells whether points lie inside a convex quadrilateral; quick when it is asked row by row. */
export function insideTest(corners: Quad): (x: number, y: number) => boolean {
  let row = Number.NaN;
  let span: [number, number] = [0, 0];
  return (x, y) => {
    if (y !== row) span = spanAt(corners, y);
    row = y;
    return x >= span[0] && x < span[1];
  };
}

/** True when the middle of the box lies inside the polygon. */
export function isCentredIn({ x, y, width, height }: Box, polygon: Polygon): boolean {
  return isInsidePolygon(x + width / 2, y + height / 2, polygon);
}

/** The smallest axis-parallel box around a polygon. */
export function boundingBox(polygon: Polygon): Box {
  const xs = polygon.map((p) => p.x);
  const ys = polygon.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The box as a polygon, clockwise from its top left corner. */
export function boxPolygon({ x, y, width, height }: Box): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Every point times a factor. */
export function scalePolygon<P extends Polygon>(polygon: P, factor: number): P {
  return polygon.map(({ x, y }) => ({ x: x * factor, y: y * factor })) as unknown as P;
}

/** Distance between two points in pixels. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Mean lengths of the two pairs of opposite sides: along the top and along the left. */
export function quadSides([topLeft, topRight, bottomRight, bottomLeft]: Quad): { across: number; down: number } {
  return {
    across: (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2,
    down: (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2,
  };
}

/** The point at a share (u across from the left, v down from the top, 0..1) of a quadrilateral, between its sides. */
export function pointInQuad([topLeft, topRight, bottomRight, bottomLeft]: Quad, u: number, v: number): Point {
  const between = (a: number, b: number, c: number, d: number) =>
    (1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * d + u * c);
  return {
    x: between(topLeft.x, topRight.x, bottomRight.x, bottomLeft.x),
    y: between(topLeft.y, topRight.y, bottomRight.y, bottomLeft.y),
  };
}

/** A box in another scale. */
export function scaleBox({ x, y, width, height }: Box, factor: number): Box {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}

/** The part of a box that lies inside another. */
export function clipBox(box: Box, frame: Box): Box {
  const x = Math.max(frame.x, box.x);
  const y = Math.max(frame.y, box.y);
  return {
    x,
    y,
    width: Math.min(box.x + box.width, frame.x + frame.width) - x,
    height: Math.min(box.y + box.height, frame.y + frame.height) - y,
  };
}

/** Pixels by which a point lies outside a picture; 0 inside. */
export function outsideBy({ x, y }: Point, width: number, height: number): number {
  return Math.max(-x, -y, x - (width - 1), y - (height - 1), 0);
}

/** True when the corners turn clockwise all the way round. */
export function isConvex(corners: Quad): boolean {
  return corners.every((p, k) => {
    const q = corners[(k + 1) % 4]!;
    const r = corners[(k + 2) % 4]!;
    return (q.x - p.x) * (r.y - q.y) - (q.y - p.y) * (r.x - q.x) > 0;
  });
}
