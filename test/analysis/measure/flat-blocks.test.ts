import { describe, expect, it } from 'vitest';
import { measureFlatBlocks } from '../../../src/analysis/measure/flat-blocks.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';

/** 32 x 16 pixels, so eight blocks, of one level unless a test changes some. */
function plain(level: number): UprightImage {
  return { widthPx: 32, heightPx: 16, pixels: new Uint8Array(32 * 16 * 3).fill(level) };
}

describe('measureFlatBlocks', () => {
  it('counts blocks without variation, and the white ones among them', () => {
    expect(measureFlatBlocks(plain(200))).toEqual({ flatRatio: 1, whiteRatio: 0 });
    expect(measureFlatBlocks(plain(255))).toEqual({ flatRatio: 1, whiteRatio: 1 });
  });

  it('forgives rounding, but no grain in any channel', () => {
    const image = plain(200);
    image.pixels[0] = 202;
    image.pixels[8 * 3 + 1] = 204;
    expect(measureFlatBlocks(image).flatRatio).toBe(7 / 8);
  });

  it('calls a block white only when all channels are', () => {
    const image = plain(255);
    for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) image.pixels[(y * 32 + x) * 3 + 2] = 240;
    expect(measureFlatBlocks(image)).toEqual({ flatRatio: 1, whiteRatio: 7 / 8 });
  });

  it('looks only inside the region, and at none at all without a whole block', () => {
    const image = plain(255);
    image.pixels.fill(0, 0, 32 * 4 * 3);
    expect(measureFlatBlocks(image, (_, y) => y > 8).whiteRatio).toBe(1);
    expect(measureFlatBlocks(image, () => false)).toEqual({ flatRatio: 0, whiteRatio: 0 });
  });
});
