import { describe, expect, it } from 'vitest';
import { adaptiveMask } from '../../../src/analysis/measure/adaptive-mask.ts';
import { planeOf } from './drawn-planes.ts';

/** Paper from dark to bright with a dot that is darker than its paper by half at x = 10 and x = 50. */
const shaded = planeOf(60, 21, (x, y) => (y === 10 && (x === 10 || x === 50) ? (60 + 3 * x) / 2 : 60 + 3 * x));
const marked = (polarity: -1 | 1) =>
  [...adaptiveMask(shaded, 5, polarity, 0.14, 12).data].flatMap((v, i) =>
    v === 1 ? [[i % 60, Math.floor(i / 60)]] : [],
  );

describe('adaptiveMask', () => {
  it('finds ink in shade and in light, where one threshold for all would not', () => {
    expect(marked(-1)).toEqual([
      [10, 10],
      [50, 10],
    ]);
  });

  it('finds nothing lighter where nothing is', () => {
    expect(marked(1)).toEqual([]);
  });

  it('asks for a step of its own in the dark, where a share is next to nothing', () => {
    const dark = planeOf(20, 20, (x, y) => (x === 10 && y === 10 ? 0 : 10));
    expect(adaptiveMask(dark, 5, -1, 0.14, 12).data.includes(1)).toBe(false);
    expect(adaptiveMask(dark, 5, -1, 0.14, 8).data.includes(1)).toBe(true);
  });
});
