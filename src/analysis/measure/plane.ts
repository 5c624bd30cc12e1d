import type { Box, UprightImage } from '../types.ts';

/** One channel of 8-bit samples, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Luma of an RGB image, 0..255 (ITU-R BT.601 weights in 8-bit fixed point). */
export function luminancePlane(image: UprightImage): Plane {
  const { widthPx: width, heightPx: height, pixels } = image;
  const data = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < data.length; i++, p += 3) {
    data[i] = (77 * pixels[p]! + 150 * pixels[p + 1]! + 29 * pixels[p + 2]!) >> 8;
  }
  return { width, height, data };
}

/** Several measurements want the same reduction of the same plane; it goes when its plane goes. */
const reductions = new WeakMap<Plane, Map<number, Plane>>();

/**
 * The plane reduced by a whole factor, each sample the mean of its square; a remainder at the right and lower edge is dropped.
 * Made once per plane and factor.
 */
export function reducePlane(plane: Plane, factor: number): Plane {
  if (factor <= 1) return plane;
  const made = reductions.get(plane) ?? new Map<number, Plane>();
  reductions.set(plane, made);
  const reduced = made.get(factor) ?? meansOfSquares(plane, factor);
  made.set(factor, reduced);
  return reduced;
}

function meansOfSquares(plane: Plane, factor: number): Plane {
  const width = Math.max(1, Math.floor(plane.width / factor));
  const height = Math.max(1, Math.floor(plane.height / factor));
  const data = new Uint8Array(width * height);
  const rowSums = new Uint32Array(width);
  const across = Math.min(factor, plane.width);
  const squareSize = across * Math.min(factor, plane.height);
  for (let y = 0; y < height; y++) {
    rowSums.fill(0);
    for (let dy = 0; dy < factor && y * factor + dy < plane.height; dy++) {
      let i = (y * factor + dy) * plane.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let dx = 0; dx < across; dx++) sum += plane.data[i++]!;
        rowSums[x] = rowSums[x]! + sum;
      }
    }
    for (let x = 0; x < width; x++) data[y * width + x] = rowSums[x]! / squareSize;
  }
  return { width, height, data };
}

/** The whole factor that brings a plane's long side to at most `longSidePx`. */
export function reductionTo(plane: { readonly width: number; readonly height: number }, longSidePx: number): number {
  return Math.max(1, Math.ceil(Math.max(plane.width, plane.height) / longSidePx));
}

/** The part of a plane inside a box; the box is clipped to the plane and has at least one pixel. */
export function cropPlane(plane: Plane, box: Box): Plane {
  const left = Math.min(plane.width - 1, Math.max(0, Math.floor(box.x)));
  const top = Math.min(plane.height - 1, Math.max(0, Math.floor(box.y)));
  const width = Math.max(1, Math.min(plane.width - left, Math.round(box.width)));
  const height = Math.max(1, Math.min(plane.height - top, Math.round(box.height)));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * plane.width + left;
    data.set(plane.data.subarray(start, start + width), y * width);
  }
  return { width, height, data };
}

/** A plane as a mirror shows it: left and right exchanged. */
export function mirrorPlane({ width, height, data }: Plane): Plane {
  const mirrored = Uint8Array.from(data);
  for (let y = 0; y < height; y++) mirrored.subarray(y * width, (y + 1) * width).reverse();
  return { width, height, data: mirrored };
}

/** Red, green and blue of an image as planes reduced by a whole factor, each sample the mean of its square. */
export function reduceChannels(image: UprightImage, factor: number): readonly [Plane, Plane, Plane] {
  const width = Math.max(1, Math.floor(image.widthPx / factor));
  const height = Math.max(1, Math.floor(image.heightPx / factor));
  const planes = [0, 1, 2].map(() => ({ width, height, data: new Uint8Array(width * height) }));
  const sums = new Uint32Array(width * 3);
  const across = Math.min(factor, image.widthPx);
  const squareSize = across * Math.min(factor, image.heightPx);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < factor && y * factor + dy < image.heightPx; dy++) {
      let p = (y * factor + dy) * image.widthPx * 3;
      for (let x = 0; x < width * 3; x += 3) {
        let r = 0;
        let g = 0;
        let b = 0;
        for (let dx = 0; dx < across; dx++, p += 3) {
          r += image.pixels[p]!;
          g += image.pixels[p + 1]!;
          b += image.pixels[p + 2]!;
        }
        sums[x] = sums[x]! + r;
        sums[x + 1] = sums[x + 1]! + g;
        sums[x + 2] = sums[x + 2]! + b;
      }
    }
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) planes[c]!.data[y * width + x] = sums[x * 3 + c]! / squareSize;
    }
  }
  return planes as unknown as readonly [Plane, Plane, Plane];
}
