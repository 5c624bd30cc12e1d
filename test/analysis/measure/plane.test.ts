import { describe, expect, it } from 'vitest';
import {
  cropPlane,
  luminancePlane,
  mirrorPlane,
  reduceChannels,
  reducePlane,
  reductionTo,
} from '../../../src/analysis/measure/plane.ts';
import { imageOf, planeOf } from './drawn-planes.ts';

const counting = planeOf(5, 4, (x, y) => 10 * y + x);

describe('luminancePlane', () => {
  it('weighs the channels as BT.601 does', () => {
    const colours = [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 255],
    ] as const;
    const { data } = luminancePlane(imageOf(4, 1, (x) => colours[x]!));
    expect([...data].map((v, i) => Math.abs(v - [76, 150, 29, 255][i]!) <= 1)).toEqual([true, true, true, true]);
  });
});

describe('reducePlane', () => {
  it('takes the mean of each square and drops what is left over', () => {
    // (0 + 1 + 10 + 11) / 4 = 5.5 and so on; the fifth column has no square.
    expect(reducePlane(counting, 2)).toEqual({ width: 2, height: 2, data: Uint8Array.of(5, 7, 25, 27) });
  });

  it('leaves the plane alone at a factor of one, and one sample of a tiny plane', () => {
    expect(reducePlane(counting, 1)).toBe(counting);
    expect(
      reducePlane(
        planeOf(3, 1, () => 90),
        8,
      ),
    ).toEqual({ width: 1, height: 1, data: Uint8Array.of(90) });
  });
});

describe('reduceChannels', () => {
  it('reduces red, green and blue apart', () => {
    const image = imageOf(2, 2, (x) => (x === 0 ? [200, 40, 0] : [100, 60, 0]));
    expect(reduceChannels(image, 2).map(({ data }) => data[0])).toEqual([150, 50, 0]);
  });
});

describe('reductionTo', () => {
  it('is the smallest whole factor that fits', () => {
    expect([
      reductionTo(counting, 5),
      reductionTo(counting, 4),
      reductionTo({ width: 10, height: 4001 }, 1000),
    ]).toEqual([1, 2, 5]);
  });
});

describe('mirrorPlane', () => {
  it('exchanges left and right and leaves its source alone', () => {
    const plane = planeOf(3, 2, (x, y) => 10 * y + x);
    expect(mirrorPlane(plane).data).toEqual(Uint8Array.of(2, 1, 0, 12, 11, 10));
    expect(plane.data).toEqual(Uint8Array.of(0, 1, 2, 10, 11, 12));
  });
});

describe('cropPlane', () => {
  it('cuts a box out', () => {
    expect(cropPlane(counting, { x: 1, y: 2, width: 2, height: 2 })).toEqual({
      width: 2,
      height: 2,
      data: Uint8Array.of(21, 22, 31, 32),
    });
  });

  it('clips boxes to the plane and always keeps a pixel', () => {
    expect(cropPlane(counting, { x: 4, y: 3, width: 9, height: 9 }).data).toEqual(Uint8Array.of(34));
    expect(cropPlane(counting, { x: -9, y: -9, width: 1, height: 1 }).data).toEqual(Uint8Array.of(0));
    expect(cropPlane(counting, { x: 99, y: 99, width: 0, height: 0 }).data).toEqual(Uint8Array.of(34));
  });
});
