import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { isEnlarged } from '../../../src/analysis/measure/enlargement.ts';
import type { Plane } from '../../../src/analysis/measure/plane.ts';

const ASTRONAUT = new URL('../../fixtures/astronaut.jpg', import.meta.url).pathname;

async function planeOf(picture: Sharp): Promise<Plane> {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** Reduced to a width, then made larger by a factor, as a chat or an editor would write it. */
async function enlarged(widthPx: number, factor: number, kernel: 'cubic' | 'linear'): Promise<Sharp> {
  const small = await sharp(ASTRONAUT).resize(widthPx).png().toBuffer();
  const large = await sharp(small)
    .resize(Math.round(widthPx * factor), undefined, { kernel })
    .jpeg({ quality: 88 })
    .toBuffer();
  return sharp(large);
}

describe('an enlargement', () => {
  it.each([
    [200, 3, 'cubic'],
    [200, 3, 'linear'],
    [220, 2.6, 'cubic'],
  ] as const)('of %i px by %f (%s) is seen', async (widthPx, factor, kernel) => {
    expect(isEnlarged(await planeOf(await enlarged(widthPx, factor, kernel)))).toBe(true);
  });

  it('is not seen in a photo as it was taken, nor in one that was reduced or blurred', async () => {
    expect(isEnlarged(await planeOf(sharp(ASTRONAUT)))).toBe(false);
    expect(isEnlarged(await planeOf(sharp(ASTRONAUT).resize(400)))).toBe(false);
    expect(isEnlarged(await planeOf(sharp(ASTRONAUT).blur(3)))).toBe(false);
  });

  it('is not seen where there is too little to see', () => {
    expect(isEnlarged({ width: 40, height: 40, data: new Uint8Array(1600) })).toBe(false);
    expect(isEnlarged({ width: 0, height: 0, data: new Uint8Array(0) })).toBe(false);
    expect(isEnlarged({ width: 400, height: 400, data: new Uint8Array(160000).fill(128) })).toBe(false);
  });
});
