import { type Check, EVERY_KIND } from './check.ts';

/** The file has several pages, of which only the first was judged. */
export const multiplePages: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file: { pages } }) {
    if (pages <= 1) return undefined;
    return { severity: 'warning', confidence: 1, values: { pages } };
  },
};
