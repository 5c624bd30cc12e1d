import type { Check } from './check.ts';

/** A machine readable zone is there but cannot be read letter by letter. */
export const mrzUnreadable: Check = {
  stage: 'text',
  kinds: ['document'],
  judge({ text }, { text: { sureZone } }) {
    if (!text?.zone) return undefined;
    const { isReadable, wrongChecks, certainty, area } = text.zone;
    const isMisread = wrongChecks > 0 && certainty < sureZone;
    if (isReadable && !isMisread) return undefined;
    return { severity: 'warning', confidence: isReadable ? 0.6 : 0.8, values: {}, areas: [area] };
  },
};
