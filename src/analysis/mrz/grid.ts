import { ALPHABET, CLASSES, COLUMN_PX, type Columns } from './glyph-reader.ts';
import { MARGIN_PX, PITCH_PX } from './strip.ts';

/** Logarithms of the probabilities of the 37 characters in one place of a line. */
export type Cell = Float64Array;

/** How far the true places may lie from where they were cut, in characters: both ends, and a bend in the middle. */
const MAX_SHIFT = 0.6;
const SHIFT_STEP = 0.1;
const MAX_BEND = 0.3;
const BEND_STEP = 0.15;

/**
 * Lays a grid of `length` characters over the columns where they look most like characters (start, end and bend are searched) and
 * returns what stands in each place. `spare`: characters that the strip holds beyond each end because the ends are in doubt.
 */
export function fitGrid(columns: Columns, length: number, spare = 0): Cell[] {
  const clarity = clarityOf(columns);
  const at = (k: number, start: number, end: number, bend: number) => {
    const t = k / (length - 1);
    const shift = start * (1 - t) + end * t + 4 * bend * t * (1 - t);
    return (MARGIN_PX + PITCH_PX * (spare + k + 0.5 + shift)) / COLUMN_PX - 0.5;
  };
  let best = { start: 0, end: 0, bend: 0, score: Number.NEGATIVE_INFINITY };
  const consider = (start: number, end: number, bend: number) => {
    let score = -0.05 * (Math.abs(start) + Math.abs(end) + Math.abs(bend));
    for (let k = 0; k < length; k++) score += interpolate(clarity, at(k, start, end, bend));
    if (score > best.score) best = { start, end, bend, score };
  };
  const reach = spare + MAX_SHIFT;
  for (let start = -reach; start <= reach; start += SHIFT_STEP) {
    for (let end = -reach; end <= reach; end += SHIFT_STEP) {
      for (let bend = -MAX_BEND; bend <= MAX_BEND; bend += BEND_STEP) consider(start, end, bend);
    }
  }
  return Array.from({ length }, (_, k) => cellAt(columns, at(k, best.start, best.end, best.bend)));
}

/** Per column the logarithm of the probability of its best character. */
function clarityOf({ count, logProbabilities }: Columns): Float64Array {
  return Float64Array.from({ length: count }, (_, column) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < ALPHABET.length; c++) best = Math.max(best, logProbabilities[column * CLASSES + c]!);
    return best;
  });
}

function interpolate(values: Float64Array, at: number): number {
  const x = Math.min(values.length - 1, Math.max(0, at));
  const left = Math.floor(x);
  const right = Math.min(values.length - 1, left + 1);
  return values[left]! * (left + 1 - x) + values[right]! * (x - left);
}

/** The characters between the two columns nearest to a place; what the blank has does not count. */
function cellAt({ count, logProbabilities }: Columns, at: number): Cell {
  const x = Math.min(count - 1, Math.max(0, at));
  const left = Math.floor(x);
  const right = Math.min(count - 1, left + 1);
  const cell = Float64Array.from(ALPHABET, (_, c) => {
    const a = logProbabilities[left * CLASSES + c]!;
    const b = logProbabilities[right * CLASSES + c]!;
    return a * (left + 1 - x) + b * (x - left);
  });
  const top = Math.max(...cell);
  const sum = cell.reduce((total, v) => total + Math.exp(v - top), 0);
  return cell.map((v) => v - top - Math.log(sum));
}
