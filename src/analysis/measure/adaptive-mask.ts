import type { Mask } from './components.ts';
import type { Plane } from './plane.ts';

/** Pixels that stand out of their surroundings to either side. */
export interface AdaptiveMasks {
  readonly darker: Mask;
  readonly lighter: Mask;
}

/**
 * Pixels darker or lighter than the mean of their surroundings by a share of it: Bradley and Roth, "Adaptive thresholding using the
 * integral image", 2007. The sums slide along, which needs no integral image.
 */
export function adaptiveMasks(plane: Plane, radiusPx: number, share: number, minStep: number): AdaptiveMasks {
  const { width, height, data } = plane;
  const darker = new Uint8Array(width * height);
  const lighter = new Uint8Array(width * height);
  /** Of each column, the sum of the rows in reach. */
  const columns = new Uint32Array(width);
  const addRow = (y: number, sign: 1 | -1) => {
    if (y < 0 || y >= height) return;
    for (let x = 0, i = y * width; x < width; x++, i++) columns[x] = columns[x]! + sign * data[i]!;
  };
  for (let y = 0; y < radiusPx; y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    addRow(y + radiusPx, 1);
    addRow(y - radiusPx - 1, -1);
    const rows = Math.min(height, y + radiusPx + 1) - Math.max(0, y - radiusPx);
    let sum = 0;
    for (let x = 0; x < Math.min(radiusPx, width); x++) sum += columns[x]!;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (x + radiusPx < width) sum += columns[x + radiusPx]!;
      if (x > radiusPx) sum -= columns[x - radiusPx - 1]!;
      const mean = sum / (rows * (Math.min(width, x + radiusPx + 1) - Math.max(0, x - radiusPx)));
      const step = Math.max(minStep, mean * share);
      const off = data[i]! - mean;
      if (off > step) lighter[i] = 1;
      else if (off < -step) darker[i] = 1;
    }
  }
  return { darker: { width, height, data: darker }, lighter: { width, height, data: lighter } };
}
