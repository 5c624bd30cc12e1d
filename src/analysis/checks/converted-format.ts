import { type Check, EVERY_KIND } from './check.ts';

/** The photo must be saved in another format before many identity checks take it. */
export const convertedFormat: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file: { format, problem } }, { file: { takenFormats, otherFormats } }) {
    // What could not be opened has a finding that says more.
    if (takenFormats.includes(format) || problem !== undefined) return undefined;
    return { severity: otherFormats, confidence: 1, values: { format } };
  },
};
