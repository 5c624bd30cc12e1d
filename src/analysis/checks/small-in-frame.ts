import type { Check } from './check.ts';

/** The document is so small in the picture that its print is too. */
export const smallInFrame: Check = {
  stage: 'document',
  kinds: ['document'],
  judge({ document }, { document: { warnFillRatio, minFillRatio, fineDpi, warnDpi } }) {
    if (!document?.hasOutline) return undefined;
    const { fillRatio, dpi } = document;
    // A sheet of unknown size has no dpi to judge by: only a tiny one is surely too small.
    const isSmall = dpi === undefined ? fillRatio < minFillRatio : fillRatio < warnFillRatio && dpi < fineDpi;
    if (!isSmall) return undefined;
    return {
      severity: fillRatio < minFillRatio || (dpi !== undefined && dpi < warnDpi) ? 'blocker' : 'warning',
      confidence: document.confidence,
      values: { fillPercent: Math.round(fillRatio * 100), minFillPercent: Math.round(warnFillRatio * 100) },
      areas: [document.corners],
    };
  },
};
