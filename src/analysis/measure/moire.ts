import FFT from 'fft.js';
import type { UprightImage } from '../types.ts';

/** Pixels a side of the tiles that are looked at: enough periods for a sharp peak, few enough for straight lines of the pattern. */
const TILE_PX = 256;
/** Tiles are spread over so many rows and columns at most, without overlap. */
const TILES_A_SIDE = 3;
/** Fewer tell no pattern of the whole picture from one of its print. */
const MIN_TILES = 4;
/**
 * Share of the tiles that must have it. Coloured things that repeat (rulers, prints, cloth) fill up to a third of other photos.
 */
const MIN_SHARE = 0.45;
/** Cycles per pixel from which a pattern counts; below, scenes are periodic by themselves. */
const MIN_FREQUENCY = 0.06;
/** Bins beside the axes that edges and the blocks of JPEG fill. */
const AXIS_BINS = 1;
/** A peak stands out of the bins around it (so many on each side) by this, in natural logarithms of the amplitude. */
const NEIGHBOURS = 10;
const MIN_PEAK = 1.8;
/** Red and green, or green and blue, come this many degrees one after the other. Print and cloth wave in all colours at once. */
const MIN_PHASE_DEGREES = 20;
/** Amplitude in levels: the strongest channel has the first, every channel the second. */
const MIN_AMPLITUDE = 0.3;
const MIN_WEAK_AMPLITUDE = 0.08;

/**
 * True when a fine coloured pattern lies over the picture, as screens show it to a camera: their red, green and blue dots stand side
 * by side, so the pattern (or its moire with the camera's own dots) comes in each colour at another phase. Looks only at tiles whose
 * middle `isMeant`; false when these are too few to tell.
 */
export function hasMoire(image: UprightImage, isMeant: (x: number, y: number) => boolean): boolean {
  const tiles = tilesOf(image).filter(([x, y]) => isMeant(x + TILE_PX / 2, y + TILE_PX / 2));
  if (tiles.length < MIN_TILES) return false;
  const needed = Math.ceil(MIN_SHARE * tiles.length);
  let found = 0;
  // Most pictures have none at all: no more tiles are looked at than could still make up the share.
  for (const [k, [x, y]] of tiles.entries()) {
    if (found + tiles.length - k < needed) return false;
    if (hasColouredPattern(image, x, y) && ++found === needed) return true;
  }
  return false;
}

/** Upper left corners of the tiles. */
function tilesOf({ widthPx, heightPx }: UprightImage): readonly (readonly [number, number])[] {
  const xs = placesAlong(widthPx);
  return placesAlong(heightPx).flatMap((y) => xs.map((x) => [x, y] as const));
}

function placesAlong(lengthPx: number): readonly number[] {
  const count = Math.min(TILES_A_SIDE, Math.floor(lengthPx / TILE_PX));
  const room = lengthPx - TILE_PX;
  return Array.from({ length: count }, (_, k) => (count > 1 ? Math.floor((room * k) / (count - 1)) : room >> 1));
}

function hasColouredPattern(image: UprightImage, x: number, y: number): boolean {
  const peak = peakOf(image, x, y);
  if (!peak || peak.height < MIN_PEAK) return false;
  const [red, green, blue] = [0, 1, 2].map((channel) => waveOf(image, x, y, channel, peak));
  const amplitudes = [red!, green!, blue!].map(({ amplitude }) => amplitude);
  if (Math.max(...amplitudes) < MIN_AMPLITUDE || Math.min(...amplitudes) < MIN_WEAK_AMPLITUDE) return false;
  const between = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);
  const apart = Math.max(between(red!.degrees, green!.degrees), between(green!.degrees, blue!.degrees));
  return apart >= MIN_PHASE_DEGREES;
}

/** A wave that stands out: bins across and down (negative: rising), and by how much. */
interface Peak {
  readonly across: number;
  readonly down: number;
  readonly height: number;
}

const HALF = TILE_PX / 2 + 1;
const fft = new FFT(TILE_PX);
const hann = Float64Array.from({ length: TILE_PX }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (TILE_PX - 1)));
// Analysis runs one photo at a time in each thread: the tiles take turns in the same memory.
const rowIn = new Float64Array(2 * TILE_PX);
const rowOut = new Float64Array(2 * TILE_PX);
const spectrum = new Float64Array(2 * HALF * TILE_PX);
const level = new Float64Array(HALF * TILE_PX);

/** The strongest wave in green against red and blue, where scenes have next to none. */
function peakOf(image: UprightImage, x: number, y: number): Peak | undefined {
  transformRows(image, x, y);
  transformColumns();
  return strongestBin();
}

/** Two rows of real samples go through one complex transform. */
function transformRows({ pixels, widthPx }: UprightImage, x: number, y: number) {
  for (let row = 0; row < TILE_PX; row += 2) {
    const first = ((y + row) * widthPx + x) * 3;
    const second = first + widthPx * 3;
    const [weightA, weightB] = [hann[row]!, hann[row + 1]!];
    for (let i = 0, o = 0; i < TILE_PX; i++, o += 3) {
      rowIn[2 * i] = (2 * pixels[first + o + 1]! - pixels[first + o]! - pixels[first + o + 2]!) * hann[i]! * weightA;
      rowIn[2 * i + 1] =
        (2 * pixels[second + o + 1]! - pixels[second + o]! - pixels[second + o + 2]!) * hann[i]! * weightB;
    }
    fft.transform(rowOut, rowIn);
    for (let k = 0; k < HALF; k++) {
      const mirrored = (TILE_PX - k) % TILE_PX;
      const [re, im] = [rowOut[2 * k]!, rowOut[2 * k + 1]!];
      const [otherRe, otherIm] = [rowOut[2 * mirrored]!, rowOut[2 * mirrored + 1]!];
      const at = 2 * (k * TILE_PX + row);
      spectrum[at] = re + otherRe;
      spectrum[at + 1] = im - otherIm;
      spectrum[at + 2] = im + otherIm;
      spectrum[at + 3] = otherRe - re;
    }
  }
}

function transformColumns() {
  for (let k = 0; k < HALF; k++) {
    const column = spectrum.subarray(2 * k * TILE_PX, 2 * (k + 1) * TILE_PX);
    fft.transform(rowOut, column);
    for (let i = 0; i < TILE_PX; i++) {
      const [re, im] = [rowOut[2 * i]!, rowOut[2 * i + 1]!];
      level[k * TILE_PX + i] = 0.5 * Math.log(re * re + im * im + 1);
    }
  }
}

function strongestBin(): Peak | undefined {
  let best: Peak | undefined;
  const minBins = MIN_FREQUENCY * TILE_PX;
  const middle = TILE_PX / 2;
  for (let across = AXIS_BINS + 1; across < HALF; across++) {
    for (let i = 0; i < TILE_PX; i++) {
      const down = i < middle ? i : i - TILE_PX;
      if (Math.abs(down) <= AXIS_BINS || Math.hypot(across, down) < minBins) continue;
      if (!isSummit(across, i)) continue;
      const height = level[across * TILE_PX + i]! - meanAround(across, i);
      if (!best || height > best.height) best = { across, down, height };
    }
  }
  return best;
}

/** Higher than the bins beside it; those at the rim have no bin beyond. */
function isSummit(across: number, i: number): boolean {
  const at = across * TILE_PX + i;
  const value = level[at]!;
  if (value < level[at - TILE_PX]! || (across + 1 < HALF && value < level[at + TILE_PX]!)) return false;
  return value >= (level[at - 1] ?? 0) && value >= (level[at + 1] ?? 0);
}

function meanAround(across: number, i: number): number {
  let sum = 0;
  let count = 0;
  for (let a = Math.max(0, across - NEIGHBOURS); a <= Math.min(HALF - 1, across + NEIGHBOURS); a++) {
    for (let d = -NEIGHBOURS; d <= NEIGHBOURS; d++) {
      sum += level[a * TILE_PX + ((i + d + TILE_PX) % TILE_PX)]!;
      count++;
    }
  }
  return sum / count;
}

/** Amplitude in levels and phase of one wave in one channel of a tile. */
function waveOf(
  { pixels, widthPx }: UprightImage,
  x: number,
  y: number,
  channel: number,
  { across, down }: Peak,
): { readonly amplitude: number; readonly degrees: number } {
  const cosines = Float64Array.from(hann, (weight, i) => weight * Math.cos((2 * Math.PI * across * i) / TILE_PX));
  const sines = Float64Array.from(hann, (weight, i) => weight * Math.sin((2 * Math.PI * across * i) / TILE_PX));
  let re = 0;
  let im = 0;
  for (let row = 0; row < TILE_PX; row++) {
    let rowRe = 0;
    let rowIm = 0;
    let p = ((y + row) * widthPx + x) * 3 + channel;
    for (let i = 0; i < TILE_PX; i++, p += 3) {
      rowRe += pixels[p]! * cosines[i]!;
      rowIm -= pixels[p]! * sines[i]!;
    }
    const angle = (-2 * Math.PI * down * row) / TILE_PX;
    const [cos, sin] = [Math.cos(angle) * hann[row]!, Math.sin(angle) * hann[row]!];
    re += rowRe * cos - rowIm * sin;
    im += rowRe * sin + rowIm * cos;
  }
  // The window lets through a half along each axis, and a real wave has two bins.
  return { amplitude: (8 * Math.hypot(re, im)) / TILE_PX ** 2, degrees: (Math.atan2(im, re) * 180) / Math.PI };
}
