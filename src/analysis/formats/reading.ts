import type { FileFacts, FileProblem, UprightImage } from '../types.ts';

/** What a reader got out of a file of its format. */
export interface Reading {
  /** Pixels as stored, before the EXIF orientation. */
  readonly storedWidthPx: number;
  readonly storedHeightPx: number;
  readonly exifOrientation?: number;
  readonly pages?: number;
  readonly frames?: number;
  readonly hasCameraExif?: boolean;
  readonly phone?: FileFacts['phone'];
  readonly jpegQuality?: FileFacts['jpegQuality'];
  readonly hasEditorTrace?: boolean;
  readonly isTaggedScreenshot?: boolean;
  /** Why there is no picture. */
  readonly problem?: FileProblem;
  readonly isTruncated?: boolean;
  readonly picture?: Picture;
}

/** The upright photo, reduced for measuring, with the size that it has in full. */
export interface Picture {
  readonly image: UprightImage;
  /** Pixels of the full photo per pixel of `image`: 1, 2, 4, 8 … */
  readonly reduction: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Gets the first picture out of a file. May throw on damaged bytes: the caller takes any error as damage. */
export type Reader = (bytes: Uint8Array) => Promise<Reading>;
