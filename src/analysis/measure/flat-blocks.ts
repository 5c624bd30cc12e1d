import type { UprightImage } from '../types.ts';

/** How much of a region has no grain at all: drawn by a computer, or burnt out. */
export interface FlatBlocks {
  /** Share of the region's blocks without any variation. */
  readonly flatRatio: number;
  /** Share that is flat and white. */
  readonly whiteRatio: number;
}

/** The blocks of JPEG: within one, a drawn plane stays flat through compression. */
const BLOCK_PX = 8;
/** Channels of a flat block differ by no more than rounding. */
const MAX_RANGE = 2;
const MIN_WHITE = 250;

/** Counts flat 8 x 8 blocks among those whose centre lies in the region (default: the whole image). */
export function measureFlatBlocks(
  { widthPx, heightPx, pixels }: UprightImage,
  isInside: (x: number, y: number) => boolean = () => true,
): FlatBlocks {
  let blocks = 0;
  let flat = 0;
  let white = 0;
  for (let top = 0; top + BLOCK_PX <= heightPx; top += BLOCK_PX) {
    for (let left = 0; left + BLOCK_PX <= widthPx; left += BLOCK_PX) {
      if (!isInside(left + BLOCK_PX / 2, top + BLOCK_PX / 2)) continue;
      blocks++;
      const darkest = darkestOfFlat(pixels, widthPx, left, top);
      if (darkest === undefined) continue;
      flat++;
      if (darkest >= MIN_WHITE) white++;
    }
  }
  return blocks === 0 ? { flatRatio: 0, whiteRatio: 0 } : { flatRatio: flat / blocks, whiteRatio: white / blocks };
}

/** The smallest sample of any channel when the block is flat in all three; leaves as soon as it is not. */
function darkestOfFlat(pixels: Uint8Array, widthPx: number, left: number, top: number): number | undefined {
  let darkest = 255;
  for (let channel = 0; channel < 3; channel++) {
    let low = 255;
    let high = 0;
    for (let y = top; y < top + BLOCK_PX; y++) {
      for (let i = (y * widthPx + left) * 3 + channel, end = i + BLOCK_PX * 3; i < end; i += 3) {
        const value = pixels[i]!;
        if (value < low) low = value;
        if (value > high) high = value;
        if (high - low > MAX_RANGE) return undefined;
      }
    }
    darkest = Math.min(darkest, low);
  }
  return darkest;
}
