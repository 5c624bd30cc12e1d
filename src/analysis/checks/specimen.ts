import type { Check } from './check.ts';

/** A drawing of a document, as samples and templates are: its paper is pure white without any grain, its ink is not burnt out. */
export const specimen: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ document }, { document: { minDrawnWhiteRatio, maxInk } }) {
    if (!document || document.identityFeatures.length === 0) return undefined;
    if (document.flatWhiteRatio < minDrawnWhiteRatio || document.exposure.p05 > maxInk) return undefined;
    return { severity: 'warning', confidence: 0.8, values: {} };
  },
};
