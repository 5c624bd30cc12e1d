import type { Plane } from './plane.ts';

/** Colour steps of an image. */
export interface EdgeField {
  readonly width: number;
  readonly height: number;
  /** Strongest step of any channel per pixel, 0..255, and its parts across and down: the normal of the edge. */
  readonly strength: Float32Array;
  readonly across: Float32Array;
  readonly down: Float32Array;
  /** Steps above this are edges: the strongest fifth of the picture, but no shading. */
  readonly threshold: number;
}

/** Gradient steps (0..255) below this are shading. */
const MIN_STEP = 9;

/** Share of the picture's pixels that are no edges. */
const NO_EDGE_SHARE = 0.8;
/** Bins per level of the histogram that finds it. */
const BINS_PER_LEVEL = 8;

/** Sobel gradients of the channel that changes most: a white card on a white table may differ in hue only. */
export function measureEdges(channels: readonly Plane[]): EdgeField {
  const { width, height } = channels[0]!;
  const strength = new Float32Array(width * height);
  const across = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  for (const { data } of channels) {
    for (let y = 1; y < height - 1; y++) {
      for (let i = y * width + 1, end = (y + 1) * width - 1; i < end; i++) {
        const nw = data[i - width - 1]!;
        const ne = data[i - width + 1]!;
        const sw = data[i + width - 1]!;
        const se = data[i + width + 1]!;
        const gx = (ne + 2 * data[i + 1]! + se - nw - 2 * data[i - 1]! - sw) / 4;
        const gy = (sw + 2 * data[i + width]! + se - nw - 2 * data[i - width]! - ne) / 4;
        const square = gx * gx + gy * gy;
        // The square of the strength, until every channel has been seen.
        if (square > strength[i]!) {
          strength[i] = square;
          across[i] = gx;
          down[i] = gy;
        }
      }
    }
  }
  const histogram = new Uint32Array(256 * Math.SQRT2 * BINS_PER_LEVEL + 1);
  for (let i = 0; i < strength.length; i++) {
    const step = Math.sqrt(strength[i]!);
    strength[i] = step;
    const bin = Math.floor(step * BINS_PER_LEVEL);
    histogram[bin] = histogram[bin]! + 1;
  }
  return { width, height, strength, across, down, threshold: Math.max(MIN_STEP, edgeStep(histogram, strength.length)) };
}

/** The step that all but the strongest pixels stay below. */
function edgeStep(histogram: Uint32Array, pixels: number): number {
  let seen = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    seen += histogram[bin]!;
    if (seen > NO_EDGE_SHARE * pixels) return bin / BINS_PER_LEVEL;
  }
  return histogram.length / BINS_PER_LEVEL;
}
