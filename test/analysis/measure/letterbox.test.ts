import { describe, expect, it } from 'vitest';
import { letterbox, toImage } from '../../../src/analysis/measure/letterbox.ts';
import { imageOf } from './drawn-planes.ts';

/** 8 x 4: left half black, right half white, its lowest row red. */
const image = imageOf(8, 4, (x, y) => (y === 3 ? [255, 0, 0] : x < 4 ? [0, 0, 0] : [255, 255, 255]));
const whole = { x: 0, y: 0, width: 8, height: 4 };

describe('letterbox', () => {
  it('fits the region into the upper left and fills the rest with grey', () => {
    const { samples, scale } = letterbox(image, whole, 8);
    expect(scale).toBe(1);
    expect([...samples.subarray(0, 3)]).toEqual([-1, -1, -1]);
    expect([...samples.subarray(7 * 3, 8 * 3)]).toEqual([1, 1, 1]);
    expect([...samples.subarray(3 * 8 * 3, 3 * 8 * 3 + 3)]).toEqual([1, -1, -1]);
    expect(samples.subarray(4 * 8 * 3).every((v) => v === 0)).toBe(true);
  });

  it('takes means when it reduces', () => {
    const { samples } = letterbox(image, whole, 4);
    // The lower row of the two: half black or white, half red.
    expect([...samples.subarray(4 * 3, 4 * 3 + 3)]).toEqual([0, -1, -1]);
  });

  it('turns: what was left comes to the top after a quarter clockwise', () => {
    const { samples } = letterbox(image, whole, 8, 1);
    // Four columns now, the red row on the left.
    expect([...samples.subarray(0, 3)]).toEqual([1, -1, -1]);
    expect([...samples.subarray(3 * 3, 3 * 3 + 3)]).toEqual([-1, -1, -1]);
    expect([...samples.subarray(7 * 8 * 3 + 9, 7 * 8 * 3 + 12)]).toEqual([1, 1, 1]);
  });
});

describe('toImage', () => {
  it.each([
    [0, [2, 1]],
    [1, [1, 2]],
    [2, [6, 3]],
    [3, [7, 2]],
  ] as const)('leads back from %s quarter turns', (turns, [x, y]) => {
    expect(toImage(2, 1, whole, turns)).toEqual({ x, y });
  });
});
