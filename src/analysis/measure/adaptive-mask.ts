import type { Mask } from './components.ts';
import type { Plane } from './plane.ts';

/**
 * Pixels darker (`polarity` -1) or lighter (+1) than the mean of their surroundings by a share of it: Bradley and Roth,
 * "Adaptive thresholding using the integral image", 2007.
 */
export function adaptiveMask(plane: Plane, radiusPx: number, polarity: -1 | 1, share: number, minStep: number): Mask {
  const { width, height, data } = plane;
  const sums = integral(plane);
  const stride = width + 1;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const y0 = Math.max(0, y - radiusPx);
    const y1 = Math.min(height, y + radiusPx + 1);
    for (let x = 0; x < width; x++) {
      const x0 = Math.max(0, x - radiusPx);
      const x1 = Math.min(width, x + radiusPx + 1);
      const count = (x1 - x0) * (y1 - y0);
      const mean =
        (sums[y1 * stride + x1]! - sums[y0 * stride + x1]! - sums[y1 * stride + x0]! + sums[y0 * stride + x0]!) / count;
      const step = Math.max(minStep, mean * share);
      const i = y * width + x;
      out[i] = polarity * (data[i]! - mean) > step ? 1 : 0;
    }
  }
  return { width, height, data: out };
}

/** Summed-area table with one leading row and column of zeros. */
function integral({ width, height, data }: Plane): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return sums;
}
