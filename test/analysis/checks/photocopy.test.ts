import { describe, expect, it } from 'vitest';
import { photocopy } from '../../../src/analysis/checks/photocopy.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { DocumentFacts } from '../../../src/analysis/types.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

const { minColourSpread } = policy.document;
const judge = (changes: Partial<DocumentFacts>) =>
  photocopy.judge(documentPhoto({ document: documentOf(changes) }), policy);

describe('photocopy', () => {
  it('takes documents in colour', () => {
    expect(judge({ colourSpread: minColourSpread })).toBeUndefined();
  });

  it('warns of a side with a portrait in black and white', () => {
    expect(judge({ colourSpread: minColourSpread - 1 })).toMatchObject({ severity: 'warning' });
    expect(judge({ colourSpread: 0, identityFeatures: ['portrait', 'mrz'] })).toMatchObject({ severity: 'warning' });
  });

  it('takes backs, which may be black and white by themselves', () => {
    expect(judge({ colourSpread: 0, identityFeatures: ['mrz'] })).toBeUndefined();
    expect(judge({ colourSpread: 0, identityFeatures: ['barcode'] })).toBeUndefined();
    expect(judge({ colourSpread: 0, identityFeatures: [] })).toBeUndefined();
  });
});
