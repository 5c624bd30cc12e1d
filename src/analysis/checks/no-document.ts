import type { Check } from './check.ts';

/** Nothing in the picture looks like a document. */
export const noDocument: Check = {
  stage: 'document',
  kinds: ['document'],
  judge({ picture, document }) {
    if (!picture || document) return undefined;
    return { severity: 'blocker', confidence: 0.85, values: {} };
  },
};
