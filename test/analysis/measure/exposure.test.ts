import { describe, expect, it } from 'vitest';
import { measureExposure } from '../../../src/analysis/measure/exposure.ts';
import { planeOf } from './drawn-planes.ts';

describe('measureExposure', () => {
  it('tells quantiles, mean and what is lost in white', () => {
    const ramp = planeOf(100, 2, (x) => (x < 90 ? x : 255));
    expect(measureExposure(ramp)).toEqual({
      p05: 4,
      median: 49,
      p75: 74,
      p95: 255,
      mean: (89 * 45 + 2550) / 100,
      clippedRatio: 0.1,
    });
  });

  it('looks only where it is told to', () => {
    const half = planeOf(10, 10, (x) => (x < 5 ? 20 : 220));
    expect(measureExposure(half, (x) => x < 5)).toMatchObject({ p05: 20, p95: 20, mean: 20 });
    expect(measureExposure(half, () => false)).toMatchObject({ median: 0, clippedRatio: 0 });
  });
});
