import type { Facts, FileFacts } from '../../../src/analysis/types.ts';

/** The facts of an ordinary photo straight from a phone, changed where a test says so. */
export function factsOfFile(changes: Partial<FileFacts>): Facts {
  return {
    kind: 'document',
    file: {
      sizeBytes: 2_000_000,
      format: 'jpeg',
      declaredExtension: 'jpg',
      storedWidthPx: 4032,
      storedHeightPx: 3024,
      exifOrientation: 1,
      pages: 1,
      frames: 1,
      hasCameraExif: true,
      phone: undefined,
      jpegQuality: 92,
      hasEditorTrace: false,
      isTaggedScreenshot: false,
      problem: undefined,
      isTruncated: false,
      ...changes,
    },
    picture: undefined,
    document: undefined,
    text: undefined,
    faces: undefined,
  };
}
