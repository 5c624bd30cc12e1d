import { scaleBox } from '../measure/geometry.ts';
import { cropPlane, type Plane } from '../measure/plane.ts';
import { rectify } from '../measure/rectify.ts';
import type { Box, Quad } from '../types.ts';
import { expiryLabels, expiryOfWords, type PrintedExpiry } from './expiry-of-words.ts';
import type { TextReader } from './text-reader.ts';

/** Widths at which a card or page is read: capitals of 2 mm are then some 30 px and some 20 px high. Each misses print that the other reads. */
const WIDTHS_PX = [1500, 1050] as const;
const CLOSER = 2;
const MAX_CLOSER_LOOKS = 2;

/**
 * Reads the print of a document and finds its expiry. `corners` are in pixels of the plane, `rotation` tells how far clockwise its content
 * is turned. Undefined when no date can be told to be the expiry.
 */
export async function readPrintedExpiry(
  plane: Plane,
  corners: Quad,
  rotation: 0 | 90 | 180 | 270,
  reader: TextReader,
  today: string,
): Promise<PrintedExpiry | undefined> {
  let doubtful: PrintedExpiry | undefined;
  for (const widthPx of WIDTHS_PX) {
    const words = await reader.read(rectify(plane, corners, rotation, widthPx).page);
    const expiry = expiryOfWords(words, today) ?? (await lookCloser(expiryLabels(words), widthPx));
    if (expiry?.isLabelled) return expiry;
    doubtful ??= expiry;
  }
  return doubtful;

  /** Reads what stands beside and below the labels at twice the size: security print hides dates more than it hides labels. */
  async function lookCloser(labels: readonly Box[], widthPx: number): Promise<PrintedExpiry | undefined> {
    if (labels.length === 0) return undefined;
    const { page } = rectify(plane, corners, rotation, CLOSER * widthPx);
    for (const label of labels.slice(0, MAX_CLOSER_LOOKS)) {
      const words = await reader.read(cropPlane(page, scaleBox(aroundLabel(label), CLOSER)));
      const expiry = expiryOfWords(words, today);
      if (expiry?.isLabelled) return expiry;
    }
    return undefined;
  }
}

function aroundLabel({ x, y, width, height }: Box): Box {
  return { x: x - height, y: y - 0.6 * height, width: width + 10 * height, height: 4.5 * height };
}
