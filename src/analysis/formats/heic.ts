import sharp from 'sharp';
import { MAX_SIDE_PX, MAX_WHOLE_PIXELS } from './bounds.ts';
import { cameraFacts } from './camera-exif.ts';
import { decodeHeicPixels } from './heic-pixels.ts';
import { readHeifClaims } from './heif-claims.ts';
import { readTraces } from './metadata-traces.ts';
import type { Reading } from './reading.ts';
import { takeWorkingImage } from './working-image.ts';

/**
 * The main picture of a HEIC. It is upright as decoded: HEIF says that the EXIF orientation beside its own turns is to be
 * ignored (ISO/IEC 23008-12, A.2.1), so facts give it as 1.
 */
export async function readHeic(bytes: Uint8Array): Promise<Reading> {
  // The decoder cannot be interrupted and allocates by what the file claims: the claims are looked at first.
  const claims = readHeifClaims(bytes);
  const facts: Reading = {
    storedWidthPx: claims.widthPx,
    storedHeightPx: claims.heightPx,
    ...(await readMetadata(bytes)),
    isTruncated: claims.isCutOff,
  };
  if (!fitsBounds(claims.widthPx, claims.heightPx)) return { ...facts, problem: 'too-many-pixels' };
  const pixels = decodeHeicPixels(bytes, fitsBounds);
  if (pixels === undefined) return { ...facts, problem: 'too-many-pixels' };
  const { widthPx, heightPx, data } = pixels;
  const raw = { width: widthPx, height: heightPx, channels: 3 } as const;
  const picture = await takeWorkingImage(sharp(data, { raw }), widthPx, heightPx);
  return { ...facts, storedWidthPx: widthPx, storedHeightPx: heightPx, picture };
}

function fitsBounds(widthPx: number, heightPx: number): boolean {
  return Math.max(widthPx, heightPx) <= MAX_SIDE_PX && widthPx * heightPx <= MAX_WHOLE_PIXELS;
}

/** Sharp reads a HEIC's metadata though not its pixels; a picture whose metadata is damaged is still a picture. */
async function readMetadata(bytes: Uint8Array): Promise<Partial<Reading>> {
  try {
    const blocks = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { ...cameraFacts(blocks.exif), ...readTraces(blocks) };
  } catch {
    return {};
  }
}
