import type { Check } from './check.ts';

/** A document without colour. Backs of cards may be so; sides with a portrait are not. */
export const photocopy: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ document }, { document: { minColourSpread } }) {
    if (!document || document.colourSpread >= minColourSpread) return undefined;
    if (!document.identityFeatures.includes('portrait')) return undefined;
    return { severity: 'warning', confidence: document.colourSpread === 0 ? 0.95 : 0.8, values: {} };
  },
};
