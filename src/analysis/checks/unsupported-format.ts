import { type Check, EVERY_KIND } from './check.ts';

/** The file is no photo, or a photo in a format that neither we nor identity checks open. */
export const unsupportedFormat: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file: { problem, format } }) {
    if (problem !== 'unsupported') return undefined;
    return { severity: 'blocker', confidence: 1, values: { format } };
  },
};
