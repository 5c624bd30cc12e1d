import { boundingBox, distance } from '../measure/geometry.ts';
import { cropPlane, type Plane, reducePlane } from '../measure/plane.ts';
import type { ZoneLine } from './zone.ts';

/** Pixels of a strip, as in training/mrz/render.py: its height, the step from character to character, ground on either side. */
export const STRIP_HEIGHT_PX = 28;
export const PITCH_PX = 16;
export const MARGIN_PX = 24;

/** Characters around a line that its strip may show. */
const REACH = 4;

/** One line of a zone, level and at a fixed pitch, levels normalised to mean 0 and spread 1. */
export interface Strip {
  readonly widthPx: number;
  /** Row by row. */
  readonly samples: Float32Array;
}

/** Width of the strip of a line of so many characters. */
export function stripWidth(length: number): number {
  return length * PITCH_PX + 2 * MARGIN_PX;
}

/** A line with so many more characters' room at each end. */
export function withSpare({ first, last, middle, length }: ZoneLine, spare: number): ZoneLine {
  const step = { x: (last.x - first.x) / (length - 1), y: (last.y - first.y) / (length - 1) };
  return {
    first: { x: first.x - spare * step.x, y: first.y - spare * step.y },
    last: { x: last.x + spare * step.x, y: last.y + spare * step.y },
    middle,
    length: length + 2 * spare,
  };
}

/** Cuts a line of a zone out of a picture, `turned` when the print stands on its head. */
export function cutStrip(plane: Plane, line: ZoneLine, turned: boolean): Strip {
  const [first, last] = turned ? [line.last, line.first] : [line.first, line.last];
  const pitch = distance(first, last) / (line.length - 1);
  // Fine pictures are reduced by averaging first: sampling alone would alias.
  const factor = Math.max(1, Math.floor(pitch / PITCH_PX));
  const around = boundingBox([first, last]);
  const reach = REACH * pitch;
  const left = Math.max(0, Math.floor(around.x - reach));
  const top = Math.max(0, Math.floor(around.y - reach));
  const box = { x: left, y: top, width: around.width + 2 * reach, height: around.height + 2 * reach };
  const source = factor === 1 ? plane : reducePlane(cropPlane(plane, box), factor);
  const middle = turned ? 1 - line.middle : line.middle;
  const widthPx = stripWidth(line.length);
  const span = { x: (last.x - first.x) / factor, y: (last.y - first.y) / factor };
  const step = { x: span.x / (line.length - 1) / PITCH_PX, y: span.y / (line.length - 1) / PITCH_PX };
  const offset = (factor - 1) / 2 / factor;
  const corner = factor === 1 ? { x: 0, y: 0 } : { x: left, y: top };
  const origin = { x: (first.x - corner.x) / factor - offset, y: (first.y - corner.y) / factor - offset };
  const samples = new Float32Array(widthPx * STRIP_HEIGHT_PX);
  for (let column = 0; column < widthPx; column++) {
    const share = foreshortened((column - MARGIN_PX - PITCH_PX / 2) / PITCH_PX / (line.length - 1), middle);
    const x = origin.x + span.x * share;
    const y = origin.y + span.y * share;
    for (let row = 0; row < STRIP_HEIGHT_PX; row++) {
      const down = row - (STRIP_HEIGHT_PX - 1) / 2;
      samples[row * widthPx + column] = sample(source, x - step.y * down, y + step.x * down);
    }
  }
  return { widthPx, samples: normalise(samples) };
}

/** A place along a line, 0..1 by characters, as seen: the projective map that keeps the ends and takes the half to `middle`. */
function foreshortened(share: number, middle: number): number {
  const weight = (1 - middle) / middle;
  return share / (share + weight * (1 - share));
}

/** Bilinear; beyond the border its pixels go on. */
function sample({ width, height, data }: Plane, x: number, y: number): number {
  const x0 = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const y0 = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const u = Math.min(1, Math.max(0, x - x0));
  const v = Math.min(1, Math.max(0, y - y0));
  const top = data[y0 * width + x0]! * (1 - u) + data[y0 * width + x1]! * u;
  const bottom = data[y1 * width + x0]! * (1 - u) + data[y1 * width + x1]! * u;
  return top * (1 - v) + bottom * v;
}

/** As `normalised` in training/mrz/render.py. */
function normalise(samples: Float32Array): Float32Array {
  let sum = 0;
  let squares = 0;
  for (const v of samples) {
    sum += v;
    squares += v * v;
  }
  const mean = sum / samples.length;
  const spread = Math.sqrt(Math.max(0, squares / samples.length - mean * mean)) + 4;
  return samples.map((v) => (v - mean) / spread);
}
