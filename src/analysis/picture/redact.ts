import sharp from 'sharp';
import { luminancePlane } from '../measure/plane.ts';
import { findTextLines } from '../measure/text-lines.ts';
import type { UprightImage } from '../types.ts';

/** The photo is first reduced to at most this long side, and further until its print is this high: nothing brings that back. */
const REDACTED_LONG_SIDE_PX = 72;
const REDACTED_PRINT_PX = 2;

/** The photo with its detail thrown away: reduced until nothing reads, then enlarged smoothly to `width` x `height`; RGB bytes. */
export async function redact(image: UprightImage, width: number, height: number): Promise<Buffer> {
  const raw = { width: image.widthPx, height: image.heightPx, channels: 3 } as const;
  const longSidePx = redactedLongSide(image);
  const small = await sharp(image.pixels, { raw })
    .resize(longSidePx, longSidePx, { fit: 'inside', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: w, height: h } = small.info;
  return sharp(small.data, { raw: { width: w, height: h, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
}

/** Pixels of the long side at which the largest print of the picture no longer reads. */
function redactedLongSide(image: UprightImage): number {
  const heights = findTextLines(luminancePlane(image)).lines.map(({ thicknessPx }) => thicknessPx);
  const largestPx = Math.max(1, ...heights);
  const longSidePx = Math.max(image.widthPx, image.heightPx);
  return Math.max(8, Math.min(REDACTED_LONG_SIDE_PX, Math.round((longSidePx * REDACTED_PRINT_PX) / largestPx)));
}
