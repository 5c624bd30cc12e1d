import { describe, expect, it } from 'vitest';
import type { DocumentMask } from '../../../src/analysis/measure/document-mask.ts';
import { boxPolygon } from '../../../src/analysis/measure/geometry.ts';
import { agreementWith, maskRim } from '../../../src/analysis/measure/mask-geometry.ts';

/** 40 x 30 cells of 8 px, the document from cell (10, 8) to (30, 22). */
const document = Float32Array.from({ length: 1200 }, (_, i) => {
  const x = i % 40;
  const y = Math.floor(i / 40);
  return x >= 10 && x < 30 && y >= 8 && y < 22 ? 1 : 0;
});
const mask = { columns: 40, rows: 30, document, cellPx: 8 } as DocumentMask;

describe('maskRim', () => {
  it('surrounds the mask and leaves its middle and the ground out', () => {
    const rim = maskRim(mask);
    const at = (x: number, y: number) => rim[y * 40 + x];
    expect([at(10, 15), at(29, 15), at(20, 8), at(20, 21), at(7, 15)]).toEqual([1, 1, 1, 1, 1]);
    expect([at(20, 15), at(2, 2), at(38, 28)]).toEqual([0, 0, 0]);
  });

  it('is empty where nothing begins or ends', () => {
    expect(maskRim({ ...mask, document: new Float32Array(1200) }).includes(1)).toBe(false);
  });
});

describe('agreementWith', () => {
  it('is one for the outline of the mask and falls with what is missing or too much', () => {
    const exact = boxPolygon({ x: 80, y: 64, width: 160, height: 112 });
    expect(agreementWith(mask, 8)(exact)).toBe(1);
    expect(agreementWith(mask, 8)(boxPolygon({ x: 80, y: 64, width: 80, height: 112 }))).toBeCloseTo(0.5, 5);
    expect(agreementWith(mask, 8)(boxPolygon({ x: 80, y: 64, width: 320, height: 112 }))).toBeLessThan(0.8);
    expect(agreementWith(mask, 8)(boxPolygon({ x: 300, y: 200, width: 16, height: 16 }))).toBe(0);
  });

  it('takes no mask and no area for no agreement', () => {
    expect(
      agreementWith({ ...mask, document: new Float32Array(1200) }, 8)(boxPolygon({ x: 0, y: 0, width: 0, height: 0 })),
    ).toBe(0);
  });
});
