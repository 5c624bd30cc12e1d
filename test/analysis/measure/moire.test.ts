import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { photographScreen } from '../../../bench/composites/screen.ts';
import { hasMoire } from '../../../src/analysis/measure/moire.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';

const ASTRONAUT = new URL('../../fixtures/astronaut.jpg', import.meta.url).pathname;
const everywhere = () => true;

async function imageOf(picture: Sharp): Promise<UprightImage> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, pixels: new Uint8Array(data) };
}

/** As a camera would write it. */
async function compressed({ widthPx, heightPx, pixels }: UprightImage): Promise<UprightImage> {
  const file = await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .blur(0.6)
    .jpeg({ quality: 90 })
    .toBuffer();
  return imageOf(sharp(file));
}

const photo = await imageOf(sharp(ASTRONAUT).resize(900, 900));

describe('moire', () => {
  it.each([
    { magnification: 1.3, leanDegrees: 1.5 },
    { magnification: 2.2, leanDegrees: 3 },
    { magnification: 3.4, leanDegrees: 2 },
  ])('is seen on a screen of $magnification px a dot', async (pose) => {
    expect(hasMoire(await compressed(photographScreen(photo, pose)), everywhere)).toBe(true);
  });

  it('is not seen in a photo, nor in one with stripes that are grey', async () => {
    expect(hasMoire(photo, everywhere)).toBe(false);
    const striped = new Uint8Array(photo.pixels);
    for (let i = 0; i < striped.length; i++) {
      const pixel = Math.floor(i / 3);
      const [x, y] = [pixel % photo.widthPx, Math.floor(pixel / photo.widthPx)];
      striped[i] = 0.8 * striped[i]! + 20 + 20 * Math.sin(1.7 * x + 0.6 * y);
    }
    expect(hasMoire({ ...photo, pixels: striped }, everywhere)).toBe(false);
  });

  it('is looked for only where it is meant, and not in pictures too small to tell', async () => {
    const screen = await compressed(photographScreen(photo, { magnification: 2.2, leanDegrees: 3 }));
    expect(hasMoire(screen, () => false)).toBe(false);
    expect(hasMoire(await imageOf(sharp(ASTRONAUT).resize(500, 500)), everywhere)).toBe(false);
    expect(hasMoire({ widthPx: 1, heightPx: 1, pixels: new Uint8Array(3) }, everywhere)).toBe(false);
  });
});
