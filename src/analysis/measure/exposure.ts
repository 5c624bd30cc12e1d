import type { Exposure } from '../types.ts';
import type { Plane } from './plane.ts';

/** Luma statistics of the pixels of a plane for which `isInside` holds (default: all). */
export function measureExposure(plane: Plane, isInside?: (x: number, y: number) => boolean): Exposure {
  const histogram = new Uint32Array(256);
  for (let y = 0, i = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++, i++) {
      if (isInside && !isInside(x, y)) continue;
      const v = plane.data[i]!;
      histogram[v] = histogram[v]! + 1;
    }
  }
  let total = 0;
  let sum = 0;
  let clipped = 0;
  histogram.forEach((n, v) => {
    total += n;
    sum += n * v;
    if (v >= 250) clipped += n;
  });
  if (total === 0) return { p05: 0, median: 0, p75: 0, p95: 0, mean: 0, clippedRatio: 0 };
  const quantile = (q: number) => {
    let seen = 0;
    for (let v = 0; v < 256; v++) {
      seen += histogram[v]!;
      if (seen >= q * total) return v;
    }
    return 255;
  };
  return {
    p05: quantile(0.05),
    median: quantile(0.5),
    p75: quantile(0.75),
    p95: quantile(0.95),
    mean: sum / total,
    clippedRatio: clipped / total,
  };
}
