import { describe, expect, it } from 'vitest';
import { measureCheekLightRatio } from '../../../src/analysis/measure/face-light.ts';
import type { MeshPoint } from '../../../src/analysis/measure/face-mesh.ts';
import { imageOf } from './drawn-planes.ts';

/** A mesh whose eyes are `apart` pixels from each other, with the mouth as far below. */
function meshOf(apart: number) {
  const points: MeshPoint[] = Array.from({ length: 468 }, () => ({ x: 0, y: 0, z: 0 }));
  const at = (x: number, y: number) => ({ x: 100 + x * apart, y: 60 + y * apart, z: 0 });
  for (const [corner, x] of [
    [33, -0.65],
    [133, -0.35],
    [362, 0.35],
    [263, 0.65],
  ] as const) {
    points[corner] = at(x, 0);
  }
  points[61] = at(-0.4, 1);
  points[291] = at(0.4, 1);
  return { points, confidence: 1 };
}

const litFrom = (left: number, right: number) =>
  imageOf(200, 200, (x) => (x < 100 ? [left, left, left] : [right, right, right]));

describe('measureCheekLightRatio', () => {
  it('compares the cheeks, whichever is the darker one', () => {
    expect(measureCheekLightRatio(litFrom(160, 160), meshOf(60))).toBeCloseTo(1, 2);
    expect(measureCheekLightRatio(litFrom(160, 80), meshOf(60))).toBeCloseTo(0.5, 2);
    expect(measureCheekLightRatio(litFrom(40, 160), meshOf(60))).toBeCloseTo(0.25, 2);
  });

  it('leaves small faces alone, and cheeks that lie outside the picture', () => {
    expect(measureCheekLightRatio(litFrom(160, 80), meshOf(15))).toBeUndefined();
    expect(
      measureCheekLightRatio(
        imageOf(50, 50, () => [90, 90, 90]),
        meshOf(60),
      ),
    ).toBeUndefined();
  });
});
