import type { Check } from './check.ts';

/**
 * A sample: issued by ICAO's Utopia, or a drawing of a document, whose paper is pure white without any grain while its ink is not burnt
 * out.
 */
export const specimen: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ document, text }, { document: { minDrawnWhiteRatio, maxInk } }) {
    if (!document || document.identityFeatures.length === 0) return undefined;
    const isDrawn = document.flatWhiteRatio >= minDrawnWhiteRatio && document.exposure.p05 <= maxInk;
    const isSample = text?.zone?.isSample === true;
    if (!isDrawn && !isSample) return undefined;
    return { severity: 'warning', confidence: isSample ? 0.95 : 0.8, values: {} };
  },
};
