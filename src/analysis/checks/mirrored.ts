import type { Check } from './check.ts';

/** The document in the hand can be read in a mirror only, as front cameras show it. */
export const mirrored: Check = {
  stage: 'text',
  kinds: ['selfie-with-document'],
  judge({ document, text }) {
    if (!document || !text?.sense?.isMirrored) return undefined;
    return { severity: 'blocker', confidence: 0.85, values: {}, areas: [document.corners] };
  },
};
