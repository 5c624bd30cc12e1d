import type { DocumentFacts } from '../types.ts';
import type { Check } from './check.ts';

/** A selfie that must show the document, too, without one. */
export const noDocumentInSelfie: Check = {
  stage: 'document',
  kinds: ['selfie-with-document'],
  judge({ picture, document }, { picture: { maxBlurRatio } }) {
    if (!picture) return undefined;
    // In a blurred picture nothing of it may be left to see: the blur is what to mend.
    if (picture.sharpness.blurRatio > maxBlurRatio) return undefined;
    if (document?.hasOutline && mayBeId(document)) return undefined;
    return { severity: 'blocker', confidence: 0.85, values: {} };
  },
};

/** It has what such documents have, or their size as far as it lies in the picture. */
function mayBeId({ identityFeatures, kind, cutSides }: DocumentFacts): boolean {
  return identityFeatures.length > 0 || kind !== 'sheet' || cutSides.length > 0;
}
