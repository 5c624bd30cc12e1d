import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { takeWorkingImage, workingReduction } from '../../../src/analysis/formats/working-image.ts';

describe('workingReduction', () => {
  it.each([
    [1280, 960, 1],
    [2200, 1650, 1],
    [2201, 1650, 2],
    [3024, 4032, 2],
    [4401, 100, 4],
    [8064, 6048, 4],
    [12_000, 9000, 8],
    [60_000, 900, 32],
  ])('reduces %i x %i by %i', (widthPx, heightPx, reduction) => {
    expect(workingReduction(widthPx, heightPx)).toBe(reduction);
  });
});

describe('takeWorkingImage', () => {
  it('leaves a small photo at its size', async () => {
    const small = sharp({ create: { width: 33, height: 21, channels: 3, background: '#123456' } });
    const { image, reduction } = await takeWorkingImage(small, 33, 21);
    expect({ reduction, widthPx: image.widthPx, heightPx: image.heightPx }).toEqual({
      reduction: 1,
      widthPx: 33,
      heightPx: 21,
    });
    expect([...image.pixels.subarray(0, 3)]).toEqual([0x12, 0x34, 0x56]);
  });

  it('keeps a line of one pixel when it reduces its length', async () => {
    const line = sharp({ create: { width: 5000, height: 1, channels: 3, background: '#ffffff' } });
    const { image, reduction } = await takeWorkingImage(line, 5000, 1);
    expect([reduction, image.widthPx, image.heightPx, image.pixels.length]).toEqual([4, 1250, 1, 3750]);
  });

  it('shows white where the photo is transparent', async () => {
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const { image } = await takeWorkingImage(clear, 8, 8);
    expect(new Set(image.pixels)).toEqual(new Set([255]));
  });
});
