import type { Box, Point, UprightImage } from '../types.ts';

/** Quarter turns clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** A region of an image as the square input of a network. */
export interface Letterbox {
  /** `sizePx` x `sizePx` RGB triplets, -1..1; 0 (mid-grey) where the region does not reach. */
  readonly samples: Float32Array;
  /** Image pixels per input pixel. */
  readonly scale: number;
  readonly region: Box;
  readonly turns: QuarterTurns;
}

/** Where a point of the turned region (in image pixels from its corner) lies in the image. */
export function toImage(u: number, v: number, { x, y, width, height }: Box, turns: QuarterTurns): Point {
  if (turns === 1) return { x: x + v, y: y + height - u };
  if (turns === 2) return { x: x + width - u, y: y + height - v };
  if (turns === 3) return { x: x + width - v, y: y + u };
  return { x: x + u, y: y + v };
}

/** The region, turned, fitted into the upper left of a square; each sample is the mean of up to 3 x 3 pixels. */
export function letterbox(image: UprightImage, region: Box, sizePx: number, turns: QuarterTurns = 0): Letterbox {
  const { widthPx, heightPx, pixels } = image;
  const scale = Math.max(region.width, region.height) / sizePx;
  const samples = new Float32Array(sizePx * sizePx * 3);
  const taps = Math.min(3, Math.max(1, Math.round(scale)));
  const norm = 127.5 * taps * taps;
  const isSideways = turns % 2 === 1;
  const columns = Math.min(sizePx, Math.floor((isSideways ? region.height : region.width) / scale));
  const rows = Math.min(sizePx, Math.floor((isSideways ? region.width : region.height) / scale));
  // A quarter turn swaps and mirrors axes: each tap's place in the samples is the sum of one offset for its column and one for its row.
  const offsets = (count: number, isColumn: boolean) =>
    Int32Array.from({ length: count * taps }, (_, k) => {
      const t = ((k + 0.5) / taps) * scale;
      const at = isColumn ? toImage(t, 0, region, turns) : toImage(0, t, region, turns);
      return isColumn !== isSideways
        ? Math.min(widthPx - 1, Math.max(0, Math.floor(at.x))) * 3
        : Math.min(heightPx - 1, Math.max(0, Math.floor(at.y))) * widthPx * 3;
    });
  const columnOffsets = offsets(columns, true);
  const rowOffsets = offsets(rows, false);
  for (let v = 0; v < rows; v++) {
    for (let u = 0; u < columns; u++) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (let k = v * taps; k < (v + 1) * taps; k++) {
        for (let j = u * taps; j < (u + 1) * taps; j++) {
          const p = rowOffsets[k]! + columnOffsets[j]!;
          r += pixels[p]!;
          g += pixels[p + 1]!;
          b += pixels[p + 2]!;
        }
      }
      const o = (v * sizePx + u) * 3;
      samples[o] = r / norm - 1;
      samples[o + 1] = g / norm - 1;
      samples[o + 2] = b / norm - 1;
    }
  }
  return { samples, scale, region, turns };
}
