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
  const channels = [0, 1, 2].map(() => new Uint8Array(SAMPLES * SAMPLES));
  let n = 0;
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++, n++) {
      const at = (k: number) => INSET + (1 - 2 * INSET) * ((k + 0.5) / SAMPLES);
      const point = pointInQuad(corners, at(column), at(row));
      const x = Math.min(widthPx - 1, Math.max(0, Math.floor(point.x)));
      const y = Math.min(heightPx - 1, Math.max(0, Math.floor(point.y)));
      for (const [c, values] of channels.entries()) values[n] = pixels[(y * widthPx + x) * 3 + c]!;
    }
  }
  const gains = channels.map((values) => PAPER_LEVEL / Math.max(1, quantile(values, 0.9)));
  const spreads = channels[0]!.map((_, i) => {
    const [red, green, blue] = channels.map((values, c) => values[i]! * gains[c]!) as [number, number, number];
    return Math.min(255, Math.max(red, green, blue) - Math.min(red, green, blue));
  });
  return quantile(spreads, 0.95);
}

function quantile(values: Uint8Array, q: number): number {
  return Uint8Array.from(values).sort()[Math.floor(q * (values.length - 1))]!;
}
