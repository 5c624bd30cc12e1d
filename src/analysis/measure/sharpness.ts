import type { Sharpness } from '../types.ts';
import { type Plane, reducePlane } from './plane.ts';

/**
 * The scale at which blur is judged, long side of the region in pixels: a blur of sigma 2 still reads at this size, sigma 3 or 15 px of
 * motion does not. Larger regions are reduced to about it; smaller ones are judged as they are, never enlarged.
 */
const SCALE_PX = 1200;
/** Half width of the re-blurring mean: 9 samples, as in the paper. */
const HALF_WIDTH = 4;

/**
 * Perceptual blur by re-blurring: a sharp region loses much of its neighbour-to-neighbour variation under a 9-tap mean, a blurred
 * one hardly any. Crete, Dolmiere, Ladret, Nicolas: "The blur effect: perception and estimation with a new no-reference perceptual
 * blur metric", SPIE 6492, 2007. Run on a lightly smoothed plane, so that grain and JPEG noise do not pass for detail.
 */
export function measureSharpness(plane: Plane): Sharpness {
  const reduced = reducePlane(plane, Math.max(1, Math.round(Math.max(plane.width, plane.height) / SCALE_PX)));
  const smooth = binomialSmooth(reduced);
  // A hand moves in any direction; the two diagonals see what lies between the axes.
  const across = blurAlong(smooth, 1);
  const down = blurAlong(smooth, smooth.width);
  const falling = blurAlong(smooth, smooth.width + 1);
  const rising = blurAlong(smooth, smooth.width - 1);
  return {
    blurRatio: Math.max(across, down, falling, rising),
    motionRatio: Math.max(Math.abs(across - down), Math.abs(falling - rising)),
  };
}

interface SmoothPlane {
  readonly width: number;
  readonly height: number;
  /** Sixteen times the samples, so that they stay whole. */
  readonly data: Uint16Array;
}

/** The 3 x 3 binomial mean; the outermost samples are not used and stay 0. */
function binomialSmooth({ width, height, data }: Plane): SmoothPlane {
  const out = new Uint16Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    const start = y * width;
    const down = (i: number) => data[i - width]! + 2 * data[i]! + data[i + width]!;
    let left = down(start);
    let middle = down(start + 1);
    for (let i = start + 1, end = start + width - 1; i < end; i++) {
      const right = down(i + 1);
      out[i] = left + 2 * middle + right;
      left = middle;
      middle = right;
    }
  }
  return { width, height, data: out };
}

/** Every other row and column is enough for a mean over hundreds of thousands of samples. */
const STRIDE = 2;

function blurAlong({ width, height, data }: SmoothPlane, step: number): number {
  const margin = HALF_WIDTH + 2;
  let variation = 0;
  let lost = 0;
  const xStride = step === 1 ? 1 : STRIDE;
  const yStride = step === 1 ? STRIDE : 1;
  const enters = HALF_WIDTH * step;
  const leaves = (HALF_WIDTH + 1) * step;
  for (let y = margin; y < height - margin; y += yStride) {
    for (let i = y * width + margin, end = (y + 1) * width - margin; i < end; i += xStride) {
      const before = Math.abs(data[i]! - data[i - step]!);
      // The difference of two neighbouring 9-tap means is the difference of the samples that enter and leave.
      const after = Math.abs(data[i + enters]! - data[i - leaves]!) / (2 * HALF_WIDTH + 1);
      variation += before;
      if (before > after) lost += before - after;
    }
  }
  return variation > 0 ? 1 - lost / variation : 1;
}
