import type { Point, UprightImage } from '../types.ts';

/** A square of an image that may lie at an angle, as the input of a network. */
export interface TurnedSquare {
  readonly centre: Point;
  /** Its side in pixels of the image. */
  readonly sizePx: number;
  /** Clockwise. */
  readonly degrees: number;
  /** Seen in a mirror: left and right of the input are swapped. */
  readonly isMirrored?: boolean;
}

/** Taps across and down for each sample when the square is larger than the input. */
const MAX_TAPS = 3;

/** The point of the image that a point of the input (0..inputPx across and down) shows. */
export function squareToImage(square: TurnedSquare, inputPx: number, u: number, v: number): Point {
  const radians = (square.degrees * Math.PI) / 180;
  const scale = square.sizePx / inputPx;
  const across = ((square.isMirrored ? inputPx - u : u) - inputPx / 2) * scale;
  const down = (v - inputPx / 2) * scale;
  return {
    x: square.centre.x + across * Math.cos(radians) - down * Math.sin(radians),
    y: square.centre.y + across * Math.sin(radians) + down * Math.cos(radians),
  };
}

/** The square as `inputPx` x `inputPx` RGB triplets 0..1, each the mean of a few pixels; black outside of the image. */
export function sampleSquare({ widthPx, heightPx, pixels }: UprightImage, square: TurnedSquare, inputPx: number) {
  const samples = new Float32Array(inputPx * inputPx * 3);
  const taps = Math.min(MAX_TAPS, Math.max(1, Math.round(square.sizePx / inputPx)));
  const norm = 255 * taps * taps;
  const origin = squareToImage(square, inputPx, 0, 0);
  const right = stepFrom(origin, squareToImage(square, inputPx, 1, 0));
  const down = stepFrom(origin, squareToImage(square, inputPx, 0, 1));
  for (let v = 0; v < inputPx; v++) {
    for (let u = 0; u < inputPx; u++) {
      const o = (v * inputPx + u) * 3;
      for (let tap = 0; tap < taps * taps; tap++) {
        const tu = u + ((tap % taps) + 0.5) / taps;
        const tv = v + (Math.floor(tap / taps) + 0.5) / taps;
        const x = Math.floor(origin.x + tu * right.x + tv * down.x);
        const y = Math.floor(origin.y + tu * right.y + tv * down.y);
        if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
        const p = (y * widthPx + x) * 3;
        for (let c = 0; c < 3; c++) samples[o + c] = samples[o + c]! + pixels[p + c]! / norm;
      }
    }
  }
  return samples;
}

function stepFrom(a: Point, b: Point): Point {
  return { x: b.x - a.x, y: b.y - a.y };
}
