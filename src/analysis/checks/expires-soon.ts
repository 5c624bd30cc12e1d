import type { Check } from './check.ts';

/** The document is valid, but not for long. */
export const expiresSoon: Check = {
  stage: 'text',
  kinds: ['document', 'selfie-with-document'],
  judge({ text }, { text: { warnDaysLeft, noteDaysLeft } }) {
    if (!text?.expiry) return undefined;
    const { daysLeft } = text.expiry;
    if (daysLeft <= 0 || daysLeft >= noteDaysLeft) return undefined;
    return {
      severity: daysLeft < warnDaysLeft ? 'warning' : 'note',
      confidence: text.expiry.confidence,
      values: { daysLeft },
    };
  },
};
