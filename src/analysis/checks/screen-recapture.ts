import { type Check, EVERY_KIND } from './check.ts';

/** A photo of a screen that shows the document or the face. */
export const screenRecapture: Check = {
  stage: 'document',
  kinds: EVERY_KIND,
  judge({ picture }) {
    if (!picture?.hasMoire) return undefined;
    return { severity: 'warning', confidence: 0.8, values: {} };
  },
};
