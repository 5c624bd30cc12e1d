import type { Check } from './check.ts';

/** The document is no longer valid. Today counts as expired (Veriff). */
export const expired: Check = {
  stage: 'text',
  kinds: ['document', 'selfie-with-document'],
  judge({ text }, { text: { sureExpiry } }) {
    if (!text?.expiry || text.expiry.daysLeft > 0) return undefined;
    return {
      severity: text.expiry.confidence >= sureExpiry ? 'blocker' : 'warning',
      confidence: text.expiry.confidence,
      values: { daysAgo: Math.abs(text.expiry.daysLeft) },
    };
  },
};
