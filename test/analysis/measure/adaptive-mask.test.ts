import { describe, expect, it } from 'vitest';
import { type AdaptiveMasks, adaptiveMasks } from '../../../src/analysis/measure/adaptive-mask.ts';
import { planeOf } from './drawn-planes.ts';

/** Paper from dark to bright with a dot that is darker than its paper by half at x = 10 and x = 50. */
const shaded = planeOf(60, 21, (x, y) => (y === 10 && (x === 10 || x === 50) ? (60 + 3 * x) / 2 : 60 + 3 * x));
const marked = (side: keyof AdaptiveMasks) =>
  [...adaptiveMasks(shaded, 5, 0.14, 12)[side].data].flatMap((v, i) => (v === 1 ? [[i % 60, Math.floor(i / 60)]] : []));

describe('adaptiveMasks', () => {
  it('finds ink in shade and in light, where one threshold for all would not', () => {
    expect(marked('darker')).toEqual([
      [10, 10],
      [50, 10],
    ]);
  });

  it('finds nothing lighter where nothing is', () => {
    expect(marked('lighter')).toEqual([]);
  });

  it('asks for a step of its own in the dark, where a share is next to nothing', () => {
    const dark = planeOf(20, 20, (x, y) => (x === 10 && y === 10 ? 0 : 10));
    expect(adaptiveMasks(dark, 5, 0.14, 12).darker.data.includes(1)).toBe(false);
    expect(adaptiveMasks(dark, 5, 0.14, 8).darker.data.includes(1)).toBe(true);
  });

  it('means by surroundings what lies within the radius inside the plane, up to its edges', () => {
    const noise = planeOf(23, 17, (x, y) => (x * 7919 + y * 104_729) % 251);
    const { darker, lighter } = adaptiveMasks(noise, 4, 0.2, 10);
    for (let y = 0; y < 17; y++) {
      for (let x = 0; x < 23; x++) {
        const near: number[] = [];
        for (let v = Math.max(0, y - 4); v <= Math.min(16, y + 4); v++) {
          near.push(...noise.data.subarray(v * 23 + Math.max(0, x - 4), v * 23 + Math.min(22, x + 4) + 1));
        }
        const mean = near.reduce((sum, value) => sum + value, 0) / near.length;
        const step = Math.max(10, 0.2 * mean);
        const off = noise.data[y * 23 + x]! - mean;
        expect([darker.data[y * 23 + x], lighter.data[y * 23 + x]]).toEqual([Number(off < -step), Number(off > step)]);
      }
    }
  });
});
