import type { AnalysisTools } from './gather-facts.ts';
import { loadBarcodeFinder } from './measure/barcode.ts';
import { loadDocumentFinder } from './measure/document-mask.ts';
import { loadEyeReader } from './measure/eye-openness.ts';
import { loadFaceDetector } from './measure/face-detector.ts';
import { loadFaceMesher } from './measure/face-mesh.ts';
import { loadGlyphReader } from './mrz/glyph-reader.ts';
import { createTextReader } from './print/text-reader.ts';

/** Loads the models and readers from the packages that ship them; nothing is downloaded. */
export async function loadAnalysisTools(): Promise<AnalysisTools> {
  const [faces, meshes, eyes, documents, barcodes, glyphs] = await Promise.all([
    loadFaceDetector(),
    loadFaceMesher(),
    loadEyeReader(),
    loadDocumentFinder(),
    loadBarcodeFinder(),
    loadGlyphReader(),
  ]);
  const print = createTextReader();
  return { faces, meshes, eyes, documents, barcodes, glyphs, print };
}
