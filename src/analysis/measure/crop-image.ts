import type { Box, UprightImage } from '../types.ts';

/** The part of an image inside a box of whole pixels that lies in it. */
export function cropImage({ widthPx, pixels }: UprightImage, { x, y, width, height }: Box): UprightImage {
  const cropped = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * widthPx + x) * 3;
    cropped.set(pixels.subarray(start, start + width * 3), row * width * 3);
  }
  return { widthPx: width, heightPx: height, pixels: cropped };
}
