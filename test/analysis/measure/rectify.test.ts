import { describe, expect, it } from 'vitest';
import { rectify } from '../../../src/analysis/measure/rectify.ts';
import { planeOf } from './drawn-planes.ts';

/** Dark in the upper left quarter of the square from (20, 10) to (60, 50). */
const plane = planeOf(100, 80, (x, y) => (x < 40 && y < 30 ? 10 : 240));
const square = [
  { x: 20, y: 10 },
  { x: 60, y: 10 },
  { x: 60, y: 50 },
  { x: 20, y: 50 },
] as const;
const quarters = (rotation: 0 | 90 | 180 | 270, widthPx = 40) => {
  const { width, height, data } = rectify(plane, square, rotation, widthPx).page;
  const at = (u: number, v: number) => data[Math.floor(v * height) * width + Math.floor(u * width)];
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.75, 0.75), at(0.25, 0.75)];
};

describe('rectify', () => {
  it('cuts out what lies inside the corners', () => {
    expect(quarters(0)).toEqual([10, 240, 240, 240]);
  });

  it('turns back what lies turned clockwise', () => {
    expect(quarters(90)).toEqual([240, 240, 240, 10]);
    expect(quarters(180)).toEqual([240, 240, 10, 240]);
    expect(quarters(270)).toEqual([240, 10, 240, 240]);
  });

  it('tells where its points come from', () => {
    const { toSource } = rectify(plane, square, 90, 80);
    const origin = toSource(0, 0);
    expect(origin.x).toBeCloseTo(60);
    expect(origin.y).toBeCloseTo(10);
  });

  it('gives any width in the proportion of the sides', () => {
    expect(rectify(plane, square, 0, 10).page).toMatchObject({ width: 10, height: 10 });
    expect(quarters(0, 120)).toEqual([10, 240, 240, 240]);
  });
});
