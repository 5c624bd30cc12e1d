import { describe, expect, it } from 'vitest';
import { smallInFrame } from '../../../src/analysis/checks/small-in-frame.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { DocumentFacts } from '../../../src/analysis/types.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

const { warnFillRatio, minFillRatio, fineDpi, warnDpi } = policy.document;
const judge = (changes: Partial<DocumentFacts>) =>
  smallInFrame.judge(documentPhoto({ document: documentOf(changes) }), policy);

describe('small-in-frame', () => {
  it('takes a document that fills the least share of the frame', () => {
    expect(judge({ fillRatio: warnFillRatio, dpi: warnDpi })).toBeUndefined();
  });

  it('takes a smaller one while its print has a fine resolution', () => {
    expect(judge({ fillRatio: 0.05, dpi: fineDpi })).toBeUndefined();
  });

  it('warns of a small one with little resolution', () => {
    expect(judge({ fillRatio: warnFillRatio - 0.01, dpi: fineDpi - 1 })).toMatchObject({
      severity: 'warning',
      values: { fillPercent: 29, minFillPercent: 30 },
    });
  });

  it('asks for a retake when it is tiny or its print is lost', () => {
    expect(judge({ fillRatio: minFillRatio - 0.01, dpi: fineDpi - 1 })).toMatchObject({ severity: 'blocker' });
    expect(judge({ fillRatio: warnFillRatio - 0.01, dpi: warnDpi - 1 })).toMatchObject({ severity: 'blocker' });
  });

  it('calls a sheet of unknown size small only when it is tiny', () => {
    expect(judge({ fillRatio: minFillRatio, dpi: undefined })).toBeUndefined();
    expect(judge({ fillRatio: minFillRatio - 0.01, dpi: undefined })).toMatchObject({ severity: 'blocker' });
  });

  it('says nothing of a scan, which is all document', () => {
    expect(judge({ fillRatio: 0.05, dpi: 90, hasOutline: false })).toBeUndefined();
  });
});
