import type { Check } from './check.ts';

/** The document is no longer valid. Today counts as expired (Veriff). */
export const expired: Check = {
  stage: 'text',
  kinds: ['document', 'selfie-with-document'],
  judge({ text }) {
    if (!text?.expiry || text.expiry.daysLeft > 0) return undefined;
    return { severity: 'blocker', confidence: 0.95, values: { daysAgo: Math.abs(text.expiry.daysLeft) } };
  },
};
