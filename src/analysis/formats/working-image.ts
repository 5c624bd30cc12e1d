import type { Sharp } from 'sharp';
import type { UprightImage } from '../types.ts';
import { MAX_WORKING_SIDE_PX } from './bounds.ts';
import type { Picture } from './reading.ts';

/** The smallest power of two that brings the long side down to the working size. */
export function workingReduction(widthPx: number, heightPx: number): number {
  let reduction = 1;
  while (Math.max(widthPx, heightPx) / reduction > MAX_WORKING_SIDE_PX) reduction *= 2;
  return reduction;
}

/**
 * Runs a pipeline to the working image: reduced by a power of two, never enlarged, sRGB, 8 bits a channel, white where it was
 * transparent. `widthPx` and `heightPx` are the upright size of the full photo.
 */
export async function takeWorkingImage(pipeline: Sharp, widthPx: number, heightPx: number): Promise<Picture> {
  const reduction = workingReduction(widthPx, heightPx);
  const reduced =
    reduction === 1
      ? pipeline
      : pipeline.resize({
          width: Math.max(1, Math.round(widthPx / reduction)),
          height: Math.max(1, Math.round(heightPx / reduction)),
          fit: 'fill',
        });
  const { data, info } = await reduced
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const image: UprightImage = { widthPx: info.width, heightPx: info.height, pixels: asRgb(data, info.channels) };
  return { image, reduction, widthPx, heightPx };
}

/** Sharp leaves a grey picture with one channel. */
function asRgb(samples: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return samples;
  const pixels = new Uint8Array((samples.length / channels) * 3);
  const step = channels < 3 ? 0 : 1;
  for (let from = 0, to = 0; to < pixels.length; from += channels, to += 3) {
    pixels[to] = samples[from]!;
    pixels[to + 1] = samples[from + step]!;
    pixels[to + 2] = samples[from + 2 * step]!;
  }
  return pixels;
}
