import type { Check } from './check.ts';

/** A document without colour. Backs with a barcode may be so; sides with a portrait, and machine readable pages, are not. */
export const photocopy: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ document }, { document: { minColourSpread } }) {
    if (!document || document.colourSpread >= minColourSpread) return undefined;
    const features = document.identityFeatures;
    const isColouredSide = features.includes('portrait') || (features.includes('mrz') && !features.includes('barcode'));
    if (!isColouredSide) return undefined;
    return { severity: 'warning', confidence: document.colourSpread === 0 ? 0.95 : 0.8, values: {} };
  },
};
