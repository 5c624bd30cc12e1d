import { type Check, EVERY_KIND } from './check.ts';

/** The file is so small that a photo in it has lost its details. */
export const fileTooSmall: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file }, { file: { minSizeBytes, smallFiles } }) {
    // A file that does not open has a finding that says more.
    if (file.sizeBytes >= minSizeBytes || file.problem !== undefined) return undefined;
    return { severity: smallFiles, confidence: 1, values: { sizeBytes: file.sizeBytes, minSizeBytes } };
  },
};
