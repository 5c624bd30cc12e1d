import { type Check, EVERY_KIND } from './check.ts';

/** The file is larger than identity checks take. */
export const fileTooLarge: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file }, { file: { maxSizeBytes } }) {
    if (file.sizeBytes <= maxSizeBytes) return undefined;
    return { severity: 'blocker', confidence: 1, values: { sizeBytes: file.sizeBytes, maxSizeBytes } };
  },
};
