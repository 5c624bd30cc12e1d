import type { Plane } from './plane.ts';

/** Every so many rows (columns) are looked at: the pattern is the same in all of them. */
const STRIDE = 3;
/** Cycles per pixel that are searched: below, the content of the picture itself is periodic. */
const MIN_FREQUENCY = 0.1;
/** A JPEG repeats every 8 pixels; frequencies this near to a multiple of 1/8 are its own. */
const BLOCK_PX = 8;
const NEAR_BLOCK = 0.035;
/** A peak stands out of its neighbours this many times; along the other axis at least half as much, at the same place. */
const MIN_PEAK = 9;
const SAME_FREQUENCY = 0.006;
const NEIGHBOURS = 20;

/**
 * True when the picture has been made larger by a program: between the original samples the second derivative of an interpolation is
 * weaker, again and again at the same distance. Gallagher, "Detection of linear and cubic interpolation in JPEG compressed images",
 * CRV 2005. Factors that fall together with the blocks of JPEG (2, 4, 8) are told only when nothing was compressed afterwards.
 */
export function isEnlarged(plane: Plane): boolean {
  const across = peakOf(interpolationSignal(plane.data, plane.width, plane.height, 1, plane.width));
  const down = peakOf(interpolationSignal(plane.data, plane.height, plane.width, plane.width, 1));
  if (!across || !down || Math.abs(across.frequency - down.frequency) > SAME_FREQUENCY) return false;
  return Math.max(across.height, down.height) >= MIN_PEAK && Math.min(across.height, down.height) >= MIN_PEAK / 2;
}

/** Mean second derivative at each place along an axis of `length` samples, its logarithm, freed of its mean. */
function interpolationSignal(
  data: Uint8Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): Float64Array {
  const sums = new Float64Array(Math.max(0, length - 2));
  for (let line = 0; line < lines; line += STRIDE) {
    for (let i = 0, o = line * lineStep + step; i < sums.length; i++, o += step) {
      sums[i] = sums[i]! + Math.abs(2 * data[o]! - data[o - step]! - data[o + step]!);
    }
  }
  const logs = sums.map((sum) => Math.log((sum * STRIDE) / lines + 0.1));
  const mean = logs.reduce((a, b) => a + b, 0) / Math.max(1, logs.length);
  return logs.map((value) => value - mean);
}

/** The frequency that stands out most of its neighbours; undefined for a signal too short to tell. */
function peakOf(signal: Float64Array): { readonly frequency: number; readonly height: number } | undefined {
  const n = signal.length;
  if (n < 4 * NEIGHBOURS) return undefined;
  const first = Math.ceil(n * MIN_FREQUENCY);
  const amplitudes: number[] = [];
  for (let k = first; k <= n / 2; k++) amplitudes.push(amplitudeAt(signal, k / n));
  let best = { frequency: 0, height: 0 };
  amplitudes.forEach((amplitude, i) => {
    const frequency = (first + i) / n;
    const blocks = frequency * BLOCK_PX;
    if (Math.abs(blocks - Math.round(blocks)) < NEAR_BLOCK) return;
    const around = amplitudes.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1).sort((a, b) => a - b);
    const height = amplitude / Math.max(1e-9, around[around.length >> 1]!);
    if (height > best.height) best = { frequency, height };
  });
  return best;
}

/** Goertzel's recurrence: the amplitude of one frequency. */
function amplitudeAt(signal: Float64Array, frequency: number): number {
  const turn = 2 * Math.cos(2 * Math.PI * frequency);
  let last = 0;
  let before = 0;
  for (const value of signal) {
    const next = value + turn * last - before;
    before = last;
    last = next;
  }
  return Math.sqrt(Math.max(0, last * last + before * before - turn * last * before));
}
