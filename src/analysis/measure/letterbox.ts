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
  for (let v = 0; v < rows; v++) {
    for (let u = 0; u < columns; u++) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (let tap = 0; tap < taps * taps; tap++) {
        const tu = (u + ((tap % taps) + 0.5) / taps) * scale;
        const tv = (v + (Math.floor(tap / taps) + 0.5) / taps) * scale;
        const at = toImage(tu, tv, region, turns);
        const px = Math.min(widthPx - 1, Math.max(0, Math.floor(at.x)));
        const py = Math.min(heightPx - 1, Math.max(0, Math.floor(at.y)));
        const p = (py * widthPx + px) * 3;
        r += pixels[p]!;
        g += pixels[p + 1]!;
        b += pixels[p + 2]!;
      }
      const o = (v * sizePx + u) * 3;
      samples[o] = r / norm - 1;
      samples[o + 1] = g / norm - 1;
      samples[o + 2] = b / norm - 1;
    }
  }
  return { samples, scale, region, turns };
}
