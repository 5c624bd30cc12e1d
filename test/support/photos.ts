import sharp from 'sharp';

/** A photo-like JPEG: coarse coloured noise that compresses like a picture; the same bytes for the same arguments. */
export async function photoJpeg(widthPx = 1200, heightPx = 900, seed = 1): Promise<Buffer> {
  let state = seed;
  const pixels = Buffer.alloc(60 * 45 * 3);
  for (let index = 0; index < pixels.length; index += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    pixels[index] = 60 + (state % 140);
  }
  return sharp(pixels, { raw: { width: 60, height: 45, channels: 3 } })
    .resize(widthPx, heightPx, { kernel: 'nearest', fit: 'fill' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
