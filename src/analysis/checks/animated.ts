import { type Check, EVERY_KIND } from './check.ts';

/** The picture moves; identity checks take one still photo. */
export const animated: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file: { frames } }) {
    if (frames <= 1) return undefined;
    return { severity: 'blocker', confidence: 1, values: { frames } };
  },
};
