import type { Plane } from './plane.ts';

/** Colour steps of an image. */
export interface EdgeField {
  readonly width: number;
  readonly height: number;
  /** Strongest step of any channel per pixel, 0..255, and the direction of its normal in radians. */
  readonly strength: Float32Array;
  readonly theta: Float32Array;
  /** Steps above this are edges: the strongest fifth of the picture, but no shading. */
  readonly threshold: number;
}

/** Gradient steps (0..255) below this are shading. */
const MIN_STEP = 9;

/** Sobel gradients of the channel that changes most: a white card on a white table may differ in hue only. */
export function measureEdges(channels: readonly Plane[]): EdgeField {
  const { width, height } = channels[0]!;
  const strength = new Float32Array(width * height);
  const theta = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      let bestSquare = 0;
      let bestX = 0;
      let bestY = 0;
      for (const { data } of channels) {
        const nw = data[i - width - 1]!;
        const ne = data[i - width + 1]!;
        const sw = data[i + width - 1]!;
        const se = data[i + width + 1]!;
        const gx = (ne + 2 * data[i + 1]! + se - nw - 2 * data[i - 1]! - sw) / 4;
        const gy = (sw + 2 * data[i + width]! + se - nw - 2 * data[i - width]! - ne) / 4;
        const square = gx * gx + gy * gy;
        if (square > bestSquare) {
          bestSquare = square;
          bestX = gx;
          bestY = gy;
        }
      }
      strength[i] = Math.sqrt(bestSquare);
      theta[i] = Math.atan2(bestY, bestX);
    }
  }
  const sorted = Float32Array.from(strength).sort();
  return { width, height, strength, theta, threshold: Math.max(MIN_STEP, sorted[Math.floor(sorted.length * 0.8)]!) };
}
