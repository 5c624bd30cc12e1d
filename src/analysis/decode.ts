import { MAX_FILE_BYTES } from './formats/bounds.ts';
import { readHeic } from './formats/heic.ts';
import { readPdf } from './formats/pdf.ts';
import { rasterReader } from './formats/raster.ts';
import { readFormat } from './formats/read-format.ts';
import type { Reader, Reading } from './formats/reading.ts';
import type { DecodedPhoto, FileFormat, FileProblem } from './types.ts';

/** Who reads what. A format without a reader is unsupported; SVG is one on purpose, for it may fetch and run what it names. */
const READERS: Readonly<Partial<Record<FileFormat, Reader>>> = {
  jpeg: rasterReader('jpeg'),
  png: rasterReader('png'),
  webp: rasterReader('webp'),
  gif: rasterReader('gif'),
  tiff: rasterReader('tiff'),
  avif: rasterReader('avif'),
  heic: readHeic,
  pdf: readPdf,
};

/**
 * Bytes as they came in -> what the file says of itself and its upright pixels. Never throws because of the bytes: what is wrong
 * with them is in `file.problem` and `file.isTruncated`.
 */
export async function decodePhoto(bytes: Uint8Array, declaredExtension: string | undefined): Promise<DecodedPhoto> {
  if (bytes.length === 0) return photoOf(bytes, 'unknown', declaredExtension, withoutPixels('empty'));
  const format = await readFormat(bytes);
  return photoOf(bytes, format, declaredExtension, await read(bytes, format));
}

async function read(bytes: Uint8Array, format: FileFormat): Promise<Reading> {
  if (bytes.length > MAX_FILE_BYTES) return withoutPixels('too-many-bytes');
  const reader = READERS[format];
  if (reader === undefined) return withoutPixels('unsupported');
  try {
    return await reader(bytes);
  } catch {
    // Decoders say in their own words what they stumbled on; for the person all of it means: send the file again.
    return withoutPixels('damaged');
  }
}

function withoutPixels(problem: FileProblem): Reading {
  return { storedWidthPx: 0, storedHeightPx: 0, problem };
}

function photoOf(
  bytes: Uint8Array,
  format: FileFormat,
  declaredExtension: string | undefined,
  { picture, ...facts }: Reading,
): DecodedPhoto {
  return {
    file: {
      exifOrientation: 1,
      pages: 1,
      frames: 1,
      hasCameraExif: false,
      phone: undefined,
      jpegQuality: undefined,
      hasEditorTrace: false,
      isTaggedScreenshot: false,
      problem: undefined,
      isTruncated: false,
      ...facts,
      sizeBytes: bytes.length,
      format,
      declaredExtension,
    },
    image: picture?.image,
    reduction: picture?.reduction ?? 1,
    widthPx: picture?.widthPx ?? 0,
    heightPx: picture?.heightPx ?? 0,
  };
}
