import { describe, expect, it } from 'vitest';
import type { DocumentMask } from '../../../src/analysis/measure/document-mask.ts';
import { boxPolygon } from '../../../src/analysis/measure/geometry.ts';
import { measureShade } from '../../../src/analysis/measure/shade.ts';
import { planeOf } from './drawn-planes.ts';

const whole = boxPolygon({ x: 0, y: 0, width: 160, height: 80 });

/** The network calls the left quarter and the cells at the right rim shade. */
function mask(): DocumentMask {
  const none = new Float32Array(200);
  const shade = Float32Array.from({ length: 200 }, (_, i) => (i % 20 < 5 || i % 20 >= 18 ? 0.9 : 0.1));
  return { columns: 20, rows: 10, cellPx: 8, document: none, finger: none, shade, glare: none };
}

/** Luma of the left quarter, of the right rim and of the rest, at half the size of the image. */
const overviewOf = (left: number, rim: number, rest: number) => ({
  plane: planeOf(80, 40, (x) => (x < 20 ? left : x >= 72 ? rim : rest)),
  factor: 2,
});

describe('measureShade', () => {
  it('keeps what is darker than the rest of the document', () => {
    const { areaRatio, spots } = measureShade(mask(), whole, overviewOf(120, 90, 200));
    expect(areaRatio).toBeCloseTo(0.35);
    expect(spots).toHaveLength(2);
  });

  it('leaves out what has as much light, and its area with it', () => {
    const { areaRatio, spots } = measureShade(mask(), whole, overviewOf(190, 90, 200));
    expect(areaRatio).toBeCloseTo(0.1);
    expect(spots).toEqual([{ x: 144, y: 0, width: 16, height: 80 }]);
    expect(measureShade(mask(), whole, overviewOf(60, 60, 60))).toEqual({ areaRatio: 0, spots: [] });
  });
});
