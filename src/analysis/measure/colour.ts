import type { Quad, UprightImage } from '../types.ts';
import { pointInQuad } from './geometry.ts';

/** Samples across and down; enough for quantiles. */
const SAMPLES = 160;
/** The rim of the region may hold some of the ground. */
const INSET = 0.04;
/** Paper is brought to this level in every channel, so that the colour of the light does not count. */
const PAPER_LEVEL = 200;

/**
 * How colourful a document is: the 95th percentile of the spread of its channels (largest minus smallest, 0..255) after the paper
 * (90th percentile of each channel) has been made neutral. Grey pictures give 0, black print on white paper under a lamp a few levels.
 */
export function measureColourSpread({ widthPx, heightPx, pixels }: UprightImage, corners: Quad): number {
  const count = SAMPLES * SAMPLES;
  const red = new Uint8Array(count);
  const green = new Uint8Array(count);
  const blue = new Uint8Array(count);
  const at = (k: number) => INSET + (1 - 2 * INSET) * ((k + 0.5) / SAMPLES);
  for (let row = 0, n = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++, n++) {
      const point = pointInQuad(corners, at(column), at(row));
      const x = Math.min(widthPx - 1, Math.max(0, Math.floor(point.x)));
      const y = Math.min(heightPx - 1, Math.max(0, Math.floor(point.y)));
      const p = (y * widthPx + x) * 3;
      red[n] = pixels[p]!;
      green[n] = pixels[p + 1]!;
      blue[n] = pixels[p + 2]!;
    }
  }
  const [redGain, greenGain, blueGain] = [red, green, blue].map((v) => PAPER_LEVEL / Math.max(1, quantile(v, 0.9)));
  const spreads = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const r = red[i]! * redGain!;
    const g = green[i]! * greenGain!;
    const b = blue[i]! * blueGain!;
    spreads[i] = Math.min(255, Math.max(r, g, b) - Math.min(r, g, b));
  }
  return quantile(spreads, 0.95);
}

function quantile(values: Uint8Array, q: number): number {
  const histogram = new Uint32Array(256);
  for (const value of values) histogram[value] = histogram[value]! + 1;
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += histogram[value]!;
    if (seen > q * (values.length - 1)) return value;
  }
  return 255;
}
