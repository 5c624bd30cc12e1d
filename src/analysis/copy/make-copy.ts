import sharp, { type Sharp } from 'sharp';
import { decodePhoto } from '../decode.ts';
import { MAX_DECODE_SECONDS, MAX_STREAMED_PIXELS } from '../formats/bounds.ts';
import { decodeHeicPixels } from '../formats/heic-pixels.ts';
import { drawFirstPage } from '../formats/pdf.ts';
import { policyOf } from '../profiles.ts';
import type { CopyChange, CopyOutcome, CopyRequest, FileFacts } from '../types.ts';

/** From the first quality on, no difference can be seen; below the last the blocks of JPEG eat fine print. */
const QUALITIES = [95, 90, 85, 80, 75] as const;

/**
 * A copy of a photo that upload pages take: JPG, upright, without metadata, within the provider's limit of bytes by quality alone. Nothing
 * else is touched: pixels are neither cropped nor scaled, sharpened or lit, as edited photos get rejected.
 */
export async function makeCopy({ bytes, provider }: CopyRequest): Promise<CopyOutcome> {
  const { file, image } = await decodePhoto(bytes, undefined);
  if (image === undefined || file.isTruncated) return { kind: 'unreadable' };
  const { maxSizeBytes } = policyOf(provider).file;
  const changes = await changesTo(bytes, file);
  if (changes.length === 0 && file.sizeBytes <= maxSizeBytes) return { kind: 'fine' };
  const pixels = await fullPixels(bytes, file);
  for (const quality of QUALITIES) {
    const { data, info } = await pixels()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
    if (data.length > maxSizeBytes) continue;
    const isReduced = quality !== QUALITIES[0] || file.sizeBytes > maxSizeBytes;
    const all: readonly CopyChange[] = isReduced ? [...changes, 'quality'] : changes;
    const { width: widthPx, height: heightPx } = info;
    return {
      kind: 'copy',
      jpeg: new Uint8Array(data),
      widthPx,
      heightPx,
      format: file.format,
      changes: all,
      maxSizeBytes,
    };
  }
  return { kind: 'too-large', maxSizeBytes };
}

/** What has to be done apart from the size. */
async function changesTo(bytes: Uint8Array, file: FileFacts): Promise<readonly CopyChange[]> {
  const { exif, xmp, iptc } = file.format === 'pdf' ? {} : await sharp(bytes, { limitInputPixels: false }).metadata();
  return [
    ...(file.format === 'jpeg' ? [] : (['format'] as const)),
    ...(file.pages > 1 || file.frames > 1 ? (['page'] as const) : []),
    ...(file.exifOrientation === 1 ? [] : (['turned'] as const)),
    ...(exif || xmp || iptc ? (['metadata'] as const) : []),
  ];
}

/** The pixels at full size, upright; each call reads them anew, as a pipeline of sharp runs once. */
async function fullPixels(bytes: Uint8Array, { format }: FileFacts): Promise<() => Sharp> {
  if (format === 'heic') {
    const { data, widthPx, heightPx } = decodeHeicPixels(bytes, () => true)!;
    return () => sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  }
  if (format === 'pdf') {
    const { data, width, height } = await drawFirstPage(bytes);
    return () => sharp(data, { raw: { width, height, channels: 4 } });
  }
  const options = { failOn: 'none', limitInputPixels: MAX_STREAMED_PIXELS, autoOrient: true } as const;
  return () => sharp(bytes, options).timeout({ seconds: MAX_DECODE_SECONDS });
}
