import type { Check } from './check.ts';

/** Two places of the document tell different dates of expiry. Says nothing about why: misread print is the usual reason. */
export const datesDisagree: Check = {
  stage: 'text',
  kinds: ['document'],
  judge({ text }) {
    return text?.datesDisagree ? { severity: 'warning', confidence: 0.7, values: {} } : undefined;
  },
};
