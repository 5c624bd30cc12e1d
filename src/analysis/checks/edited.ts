import type { Check } from './check.ts';

/** A program for changing pictures has written the file. Portraits and scenes are published that way; an ID photo never should be. */
export const edited: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ file, document }) {
    if (!file.hasEditorTrace || !document || document.identityFeatures.length === 0) return undefined;
    return { severity: 'warning', confidence: 0.8, values: {} };
  },
};
