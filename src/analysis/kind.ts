import type { DocumentFacts, FaceFacts, PhotoKind } from './types.ts';

/** Portraits printed on documents take up less of the picture than this (share of its long side); selfies take more. */
const MAX_PORTRAIT_RATIO = 0.28;

/** Tells what kind of photo was probably meant, from what is in it. Without a face or a document it is taken for a document. */
export function recogniseKind(
  document: DocumentFacts | undefined,
  faces: readonly FaceFacts[],
  longSidePx: number,
): PhotoKind {
  const largest = faces.reduce<FaceFacts | undefined>((a, b) => (a && a.box.width >= b.box.width ? a : b), undefined);
  if (!largest) return 'document';
  const isLarge = largest.box.width / longSidePx >= MAX_PORTRAIT_RATIO;
  if (document?.hasOutline) {
    if (!largest.isPrinted && document.identityFeatures.length > 0) return 'selfie-with-document';
    if (largest.isPrinted && !isLarge) return 'document';
  }
  if (isLarge) return 'selfie';
  return document ? 'document' : 'selfie';
}
