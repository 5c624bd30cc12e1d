import type { Check } from './check.ts';

/** No face in a picture that should show one. */
export const noFace: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }) {
    if (!faces || faces.some(({ isPrinted }) => !isPrinted)) return undefined;
    return { severity: 'blocker', confidence: 0.9, values: {} };
  },
};
