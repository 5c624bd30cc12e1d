import type { Check } from './check.ts';

/** What the person typed of their account differs from the document. A new photo does not mend that, so it is never a retake. */
export const detailsMismatch: Check = {
  stage: 'text',
  kinds: ['document'],
  judge({ text }) {
    const [problem] = text?.mismatches ?? [];
    if (!text || problem === undefined) return undefined;
    return { severity: 'warning', confidence: 0.8, values: { problem, mismatches: text.mismatches.length } };
  },
};
