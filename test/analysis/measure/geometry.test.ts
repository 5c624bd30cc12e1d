import { describe, expect, it } from 'vitest';
import {
  boundingBox,
  boxPolygon,
  clipBox,
  insideTest,
  isConvex,
  isInsidePolygon,
  outsideBy,
  pointInQuad,
  polygonArea,
  quadSides,
  scaleBox,
} from '../../../src/analysis/measure/geometry.ts';
import type { Quad } from '../../../src/analysis/types.ts';

const square = boxPolygon({ x: 10, y: 20, width: 30, height: 40 });
const [a, b, c, d] = square;

describe('polygons', () => {
  it('have an area whatever their winding, and none when they are a line', () => {
    expect(polygonArea(square)).toBe(1200);
    expect(polygonArea([...square].reverse())).toBe(1200);
    expect(polygonArea([a, c])).toBe(0);
  });

  it('hold the points inside them, also in their notches only what is', () => {
    expect(isInsidePolygon(11, 59, square)).toBe(true);
    expect(isInsidePolygon(9, 30, square)).toBe(false);
    const notched = [a, b, c, { x: 25, y: 40 }, d];
    expect(isInsidePolygon(25, 55, notched)).toBe(false);
    expect(isInsidePolygon(25, 35, notched)).toBe(true);
  });

  it('have a bounding box', () => {
    expect(
      boundingBox([
        { x: 5, y: 1 },
        { x: -3, y: 8 },
      ]),
    ).toEqual({ x: -3, y: 1, width: 8, height: 7 });
  });
});

describe('quadrilaterals', () => {
  it('have lengths across and down', () => {
    expect(quadSides(square)).toEqual({ across: 30, down: 40 });
  });

  it('are convex when their corners turn clockwise all the way, and not when crossed or wound the other way', () => {
    expect(isConvex(square)).toBe(true);
    expect(isConvex([b, a, c, d])).toBe(false);
    expect(isConvex([d, c, b, a])).toBe(false);
    expect(isConvex([a, b, { x: 12, y: 22 }, d])).toBe(false);
  });

  it('hold the same points when asked row by row', () => {
    const leaning: Quad = [
      { x: 3, y: 2 },
      { x: 25, y: 6 },
      { x: 21, y: 19 },
      { x: -2, y: 15 },
    ];
    const isInside = insideTest(leaning);
    for (let y = 0.5; y < 21; y++) {
      for (let x = -4.5; x < 28; x++) expect(isInside(x, y)).toBe(isInsidePolygon(x, y, leaning));
    }
  });

  it('have points between their sides', () => {
    const leaning: Quad = [
      { x: 0, y: 0 },
      { x: 10, y: 10 },
      { x: 10, y: 30 },
      { x: 0, y: 20 },
    ];
    expect(pointInQuad(leaning, 0, 0)).toEqual({ x: 0, y: 0 });
    expect(pointInQuad(leaning, 1, 1)).toEqual({ x: 10, y: 30 });
    expect(pointInQuad(leaning, 0.5, 0.5)).toEqual({ x: 5, y: 15 });
  });
});

describe('boxes', () => {
  it('scale with their place and are clipped to a frame', () => {
    expect(scaleBox({ x: 1, y: 2, width: 3, height: 4 }, 2)).toEqual({ x: 2, y: 4, width: 6, height: 8 });
    expect(clipBox({ x: -5, y: 5, width: 20, height: 20 }, { x: 0, y: 0, width: 10, height: 10 })).toEqual({
      x: 0,
      y: 5,
      width: 10,
      height: 5,
    });
  });
});

describe('outsideBy', () => {
  it('is how far a point lies beyond the last pixel', () => {
    expect([
      outsideBy({ x: 0, y: 9 }, 10, 10),
      outsideBy({ x: 12, y: 5 }, 10, 10),
      outsideBy({ x: 3, y: -4 }, 10, 10),
    ]).toEqual([0, 3, 4]);
  });
});
