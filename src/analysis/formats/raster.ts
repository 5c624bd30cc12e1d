import sharp, { type Metadata } from 'sharp';
import { MAX_DECODE_SECONDS, MAX_SIDE_PX, MAX_STREAMED_PIXELS, MAX_WHOLE_PIXELS } from './bounds.ts';
import { cameraFacts } from './camera-exif.ts';
import { jpegQuality } from './jpeg-quality.ts';
import { readTraces } from './metadata-traces.ts';
import { pngFrames } from './png-frames.ts';
import type { Picture, Reader, Reading } from './reading.ts';
import { takeWorkingImage } from './working-image.ts';

/** The formats that sharp decodes. */
export type RasterFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif';

/** What sharp calls them. */
const SHARP_FORMATS: Readonly<Record<RasterFormat, string>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  tiff: 'tiff',
  avif: 'heif',
};

// Photos come one by one from many people: caching would only keep their pixels, and glibc hands memory of many threads back late.
sharp.cache(false);
sharp.concurrency(1);

/** A reader for one of sharp's formats; the first frame or page is the picture. */
export function rasterReader(format: RasterFormat): Reader {
  return async (bytes) => {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    // A file may satisfy two formats at once; only the one that was recognised is decoded.
    if (header.format !== SHARP_FORMATS[format]) throw new Error(`not ${format} for the decoder`);
    const facts = factsOf(format, bytes, header);
    if (exceedsBounds(header, isStreamed(format, header))) return { ...facts, problem: 'too-many-pixels' };
    const { width, height } = header.autoOrient;
    try {
      return { ...facts, picture: await decode(bytes, width, height, format === 'jpeg' ? 'warning' : 'error') };
    } catch (error) {
      if (!(error instanceof Error) || error.message.includes('timeout')) throw error;
      const isTruncated = format !== 'jpeg' || LOST_JPEG_DATA.test(error.message);
      return { ...facts, isTruncated, picture: await decode(bytes, width, height, 'none') };
    }
  };
}

/**
 * What libjpeg says when coefficients are missing or wrong (jerror.h). It says the first only as a warning, so everything that
 * it warns of must be heard; the rest of it, such as an unknown JFIF revision, harms no pixel.
 */
const LOST_JPEG_DATA = /premature end|bad Huffman code|instead of RST|bad progression/i;

function factsOf(format: RasterFormat, bytes: Uint8Array, header: Metadata): Reading {
  const parts = header.pages ?? 1;
  const frames = format === 'png' ? pngFrames(bytes) : format === 'gif' || format === 'webp' ? parts : 1;
  return {
    storedWidthPx: header.width,
    storedHeightPx: header.height,
    exifOrientation: header.orientation ?? 1,
    pages: format === 'tiff' ? parts : 1,
    frames,
    ...cameraFacts(header.exif),
    jpegQuality: format === 'jpeg' ? jpegQuality(bytes) : undefined,
    ...readTraces(header),
  };
}

/** Whether the decoder needs a few rows at a time and not the whole picture. */
function isStreamed(format: RasterFormat, header: Metadata): boolean {
  return (format === 'jpeg' || format === 'png') && header.isProgressive !== true;
}

function exceedsBounds({ width, height }: Metadata, streams: boolean): boolean {
  return Math.max(width, height) > MAX_SIDE_PX || width * height > (streams ? MAX_STREAMED_PIXELS : MAX_WHOLE_PIXELS);
}

function decode(
  bytes: Uint8Array,
  widthPx: number,
  heightPx: number,
  failOn: 'none' | 'error' | 'warning',
): Promise<Picture> {
  const pipeline = sharp(bytes, { failOn, limitInputPixels: MAX_STREAMED_PIXELS, autoOrient: true });
  return takeWorkingImage(pipeline.timeout({ seconds: MAX_DECODE_SECONDS }), widthPx, heightPx);
}
