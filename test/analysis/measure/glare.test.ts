import { describe, expect, it } from 'vitest';
import { measureExposure } from '../../../src/analysis/measure/exposure.ts';
import { measureGlare } from '../../../src/analysis/measure/glare.ts';
import type { Plane } from '../../../src/analysis/measure/plane.ts';
import { planeOf } from './drawn-planes.ts';

const everywhere = () => true;
const PAPER = 150;

/** Paper of 300 x 200 with a spot around (100, 80) that fades over its rim within so many pixels. */
function paperWithSpot(radius: number, fade: number, paper = PAPER): Plane {
  return planeOf(300, 200, (x, y) => {
    const off = Math.hypot(x - 100, y - 80) - radius;
    return Math.round(off <= 0 ? 255 : Math.max(paper, 255 - ((255 - paper) * off) / fade));
  });
}

const glareOf = (plane: Plane, isInside: (x: number, y: number) => boolean = everywhere) =>
  measureGlare(plane, measureExposure(plane), isInside);

describe('measureGlare', () => {
  it('finds the reflection of a lamp, which fades over its rim', () => {
    const { areaRatio, spots } = glareOf(paperWithSpot(15, 20));
    expect(areaRatio).toBeGreaterThan((Math.PI * 15 ** 2) / 60_000);
    expect(areaRatio).toBeLessThan((Math.PI * 35 ** 2) / 60_000);
    expect(spots).toHaveLength(1);
    expect(spots[0]!.x + spots[0]!.width / 2).toBeCloseTo(100, -1);
  });

  it('takes a printed white field, whose edge is hard, for none', () => {
    const field = planeOf(300, 200, (x, y) => (x >= 80 && x < 130 && y >= 60 && y < 100 ? 255 : PAPER));
    expect(glareOf(field)).toEqual({ areaRatio: 0, spots: [] });
  });

  it('cannot tell light on white paper, and does not try', () => {
    expect(glareOf(paperWithSpot(15, 20, 240)).spots).toEqual([]);
  });

  it('looks at the document alone', () => {
    expect(glareOf(paperWithSpot(15, 20), (x) => x > 200).spots).toEqual([]);
    expect(glareOf(paperWithSpot(15, 20), () => false)).toEqual({ areaRatio: 0, spots: [] });
  });
});
