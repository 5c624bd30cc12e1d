import type { AnalysisTools } from './gather-facts.ts';
import { loadBarcodeFinder } from './measure/barcode.ts';
import { loadDocumentFinder } from './measure/document-mask.ts';
import { loadFaceDetector } from './measure/face-detector.ts';
import { loadGlyphReader } from './mrz/glyph-reader.ts';

/** Loads the models and readers from the packages that ship them; nothing is downloaded. */
export async function loadAnalysisTools(): Promise<AnalysisTools> {
  const [faces, documents, barcodes, glyphs] = await Promise.all([
    loadFaceDetector(),
    loadDocumentFinder(),
    loadBarcodeFinder(),
    loadGlyphReader(),
  ]);
  return { faces, documents, barcodes, glyphs };
}
