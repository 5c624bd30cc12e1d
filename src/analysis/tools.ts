import { type BarcodeFinder, loadBarcodeFinder } from './measure/barcode.ts';
import { type DocumentFinder, loadDocumentFinder } from './measure/document-mask.ts';
import { type EyeReader, loadEyeReader } from './measure/eye-openness.ts';
import { type FaceDetector, loadFaceDetector } from './measure/face-detector.ts';
import { type FaceMesher, loadFaceMesher } from './measure/face-mesh.ts';
import { type GlyphReader, loadGlyphReader } from './mrz/glyph-reader.ts';
import { createTextReader, type TextReader } from './print/text-reader.ts';

/** What the measurements need loaded once: models and readers. */
export interface AnalysisTools {
  readonly faces: FaceDetector;
  readonly meshes: FaceMesher;
  readonly eyes: EyeReader;
  readonly documents: DocumentFinder;
  readonly barcodes: BarcodeFinder;
  readonly glyphs: GlyphReader;
  readonly print: TextReader;
}

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
