import type { Check } from './check.ts';

/** Ink and paper are almost alike: haze, a dirty lens, a weak copy. */
export const lowContrast: Check = {
  stage: 'picture',
  kinds: ['document', 'selfie-with-document'],
  judge({ picture, document }, { document: { minRange } }) {
    const exposure = (document ?? picture)?.exposure;
    if (!exposure) return undefined;
    const range = exposure.p95 - exposure.p05;
    if (range >= minRange) return undefined;
    return { severity: range < minRange / 2 ? 'blocker' : 'warning', confidence: 0.8, values: { range, minRange } };
  },
};
