import { describe, expect, it } from 'vitest';
import { sampleSquare, squareToImage } from '../../../src/analysis/measure/turned-square.ts';
import { imageOf } from './drawn-planes.ts';

const square = { centre: { x: 50, y: 40 }, sizePx: 20, degrees: 0 };

describe('squareToImage', () => {
  it('leads from the input to the image, turned clockwise and mirrored', () => {
    expect(squareToImage(square, 10, 0, 0)).toEqual({ x: 40, y: 30 });
    const turned = squareToImage({ ...square, degrees: 90 }, 10, 10, 5);
    expect(turned.x).toBeCloseTo(50);
    expect(turned.y).toBeCloseTo(50);
    expect(squareToImage({ ...square, isMirrored: true }, 10, 0, 0)).toEqual({ x: 60, y: 30 });
  });
});

describe('sampleSquare', () => {
  const image = imageOf(100, 80, (x) => (x < 50 ? [255, 0, 0] : [0, 0, 255]));

  it('gives the colours 0..1 row by row', () => {
    const samples = sampleSquare(image, square, 10);
    expect([...samples.slice(0, 3)]).toEqual([1, 0, 0]);
    expect([...samples.slice(27, 30)]).toEqual([0, 0, 1]);
  });

  it('swaps left and right in a mirror', () => {
    const [first] = sampleSquare(image, { ...square, isMirrored: true }, 10);
    expect(first).toBe(0);
  });

  it('is black outside of the image', () => {
    const samples = sampleSquare(image, { ...square, centre: { x: 0, y: 0 } }, 10);
    expect([...samples.slice(0, 3)]).toEqual([0, 0, 0]);
    expect(samples.at(-3)).toBe(1);
  });
});
