import type { Check } from './check.ts';

/** A document, but without anything that identity documents have: no portrait, no machine readable zone, no barcode. */
export const notAnId: Check = {
  stage: 'document',
  kinds: ['document'],
  judge({ document }) {
    if (!document || document.identityFeatures.length > 0) return undefined;
    return { severity: 'warning', confidence: 0.6, values: {}, areas: [document.corners] };
  },
};
