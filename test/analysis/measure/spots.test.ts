import { describe, expect, it } from 'vitest';
import type { DocumentMask } from '../../../src/analysis/measure/document-mask.ts';
import { boxPolygon } from '../../../src/analysis/measure/geometry.ts';
import { measureSpots } from '../../../src/analysis/measure/spots.ts';

/** 20 x 10 cells of 8 px with fingers where the function says. */
function maskWith(fingerAt: (x: number, y: number) => number): DocumentMask {
  const none = new Float32Array(200);
  const finger = Float32Array.from({ length: 200 }, (_, i) => fingerAt(i % 20, Math.floor(i / 20)));
  return { columns: 20, rows: 10, cellPx: 8, document: none, finger, shade: none, glare: none };
}

const whole = boxPolygon({ x: 0, y: 0, width: 160, height: 80 });

describe('measureSpots', () => {
  it('tells the share of the document and boxes in pixels', () => {
    const mask = maskWith((x, y) => (x >= 4 && x < 8 && y >= 5 ? 0.9 : 0.1));
    expect(measureSpots(mask, 'finger', whole)).toEqual({
      areaRatio: 0.1,
      spots: [{ x: 32, y: 40, width: 32, height: 40 }],
    });
    expect(measureSpots(mask, 'shade', whole)).toEqual({ areaRatio: 0, spots: [] });
  });

  it('counts what lies inside the corners only', () => {
    const left = boxPolygon({ x: 0, y: 0, width: 32, height: 80 });
    expect(
      measureSpots(
        maskWith((x) => (x >= 4 ? 0.9 : 0)),
        'finger',
        left,
      ),
    ).toEqual({ areaRatio: 0, spots: [] });
  });

  it('leaves single cells aside, and regions without cells', () => {
    expect(
      measureSpots(
        maskWith((x, y) => (x === 3 && y === 3 ? 1 : 0)),
        'finger',
        whole,
      ).areaRatio,
    ).toBe(0);
    const outside = boxPolygon({ x: 500, y: 500, width: 10, height: 10 });
    expect(
      measureSpots(
        maskWith(() => 1),
        'finger',
        outside,
      ),
    ).toEqual({ areaRatio: 0, spots: [] });
  });
});
