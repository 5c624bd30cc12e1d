import { describe, expect, it } from 'vitest';
import type { Plane } from '../../../src/analysis/measure/plane.ts';
import {
  cutStrip,
  MARGIN_PX,
  PITCH_PX,
  STRIP_HEIGHT_PX,
  type Strip,
  stripWidth,
} from '../../../src/analysis/mrz/strip.ts';

/** White ground with a black dot of 5 x 5 pixels around each given point. */
function dots(width: number, height: number, points: readonly (readonly [number, number])[]): Plane {
  const data = new Uint8Array(width * height).fill(255);
  for (const [cx, cy] of points) {
    for (let y = -2; y <= 2; y++)
      for (let x = -2; x <= 2; x++) data[Math.round(cy + y) * width + Math.round(cx + x)] = 0;
  }
  return { width, height, data };
}

/** Where, in pixels of the strip, the darkest column of each character's place lies off its middle; the darkest row. */
function darkest({ widthPx, samples }: Strip, length: number) {
  const at = (x: number, y: number) => samples[y * widthPx + x]!;
  return Array.from({ length }, (_, k) => {
    let best = { off: 0, row: 0, value: Number.POSITIVE_INFINITY };
    for (let x = -7; x <= 7; x++) {
      for (let y = 0; y < STRIP_HEIGHT_PX; y++) {
        const column = MARGIN_PX + PITCH_PX * k + PITCH_PX / 2 + x;
        const value = at(column, y) + at(column - 1, y) + at(column, Math.max(0, y - 1));
        if (value < best.value) best = { off: x, row: y, value };
      }
    }
    return best;
  });
}

const LENGTH = 30;

describe('cutStrip', () => {
  it('brings a slanting line level and to its pitch', () => {
    const points = Array.from({ length: LENGTH }, (_, k) => [40 + 20 * k, 60 + 5 * k] as const);
    const line = { first: { x: 40, y: 60 }, last: { x: 40 + 20 * 29, y: 60 + 5 * 29 }, middle: 0.5, length: LENGTH };
    const strip = cutStrip(dots(680, 280, points), line, false);
    expect(strip.widthPx).toBe(stripWidth(LENGTH));
    for (const { off, row } of darkest(strip, LENGTH)) {
      expect(Math.abs(off)).toBeLessThanOrEqual(2);
      expect(Math.abs(row - STRIP_HEIGHT_PX / 2)).toBeLessThanOrEqual(3);
    }
  });

  it('follows characters that shrink with their distance', () => {
    // A projective map of 0..1 that takes a half to 0.56.
    const share = (t: number) => t / (t + (0.44 / 0.56) * (1 - t));
    const points = Array.from({ length: LENGTH }, (_, k) => [40 + 600 * share(k / 29), 60] as const);
    const line = { first: { x: 40, y: 60 }, last: { x: 640, y: 60 }, middle: 0.56, length: LENGTH };
    for (const { off } of darkest(cutStrip(dots(680, 120, points), line, false), LENGTH)) {
      expect(Math.abs(off)).toBeLessThanOrEqual(2);
    }
  });

  it('turns a line that stands on its head', () => {
    const plane = dots(680, 120, [[40, 60]]);
    const line = { first: { x: 40, y: 60 }, last: { x: 620, y: 60 }, middle: 0.5, length: LENGTH };
    const values = (turned: boolean) => darkest(cutStrip(plane, line, turned), LENGTH).map(({ value }) => value);
    expect(values(false).indexOf(Math.min(...values(false)))).toBe(0);
    expect(values(true).indexOf(Math.min(...values(true)))).toBe(LENGTH - 1);
  });

  it('takes lines that reach out of the picture, and pictures without any detail', () => {
    const line = { first: { x: -50, y: 5 }, last: { x: 400, y: 5 }, middle: 0.5, length: LENGTH };
    const { samples } = cutStrip({ width: 20, height: 10, data: new Uint8Array(200).fill(90) }, line, false);
    expect(samples.every((v) => v === 0)).toBe(true);
  });
});
