import type { Check } from './check.ts';

/** Every character of the zone was read surely, and yet check digits do not fit. Says nothing about why. */
export const mrzCheckDigits: Check = {
  stage: 'text',
  kinds: ['document'],
  judge({ text, document }, { text: { sureZone }, document: { warnCoveredRatio } }) {
    if (!text?.zone) return undefined;
    // What a finger hides is guessed, however sure the guess: the finger is what to mend.
    if (document && document.covered.areaRatio >= warnCoveredRatio) return undefined;
    const { isReadable, wrongChecks, certainty, area } = text.zone;
    if (!isReadable || wrongChecks === 0 || certainty < sureZone) return undefined;
    return { severity: 'warning', confidence: certainty, values: { wrongChecks }, areas: [area] };
  },
};
