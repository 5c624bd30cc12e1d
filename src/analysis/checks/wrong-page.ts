import type { Check } from './check.ts';

/** A page of a passport that does not count: a visa, told by its machine readable zone. */
export const wrongPage: Check = {
  stage: 'text',
  kinds: ['document', 'selfie-with-document'],
  judge({ text }) {
    if (!text?.zone?.isVisa) return undefined;
    return { severity: 'warning', confidence: 0.9, values: {}, areas: [text.zone.area] };
  },
};
