import { type Check, EVERY_KIND } from './check.ts';

/** The file does not open: empty, damaged, locked with a password, or cut off on the way. */
export const unreadableFile: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file: { problem, isTruncated } }) {
    if (problem === 'empty' || problem === 'damaged' || problem === 'password') {
      return { severity: 'blocker', confidence: 1, values: { problem } };
    }
    // Part of the picture may be there, but every upload page refuses such a file.
    if (isTruncated) return { severity: 'blocker', confidence: 1, values: { problem: 'incomplete' } };
    return undefined;
  },
};
