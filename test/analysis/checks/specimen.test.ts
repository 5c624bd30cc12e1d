import { describe, expect, it } from 'vitest';
import { specimen } from '../../../src/analysis/checks/specimen.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { DocumentFacts } from '../../../src/analysis/types.ts';
import { documentOf, documentPhoto, lightOf, readPhoto, zoneOf } from './photo-facts.ts';

const { minDrawnWhiteRatio, maxInk } = policy.document;
const judge = (changes: Partial<DocumentFacts>) =>
  specimen.judge(documentPhoto({ document: documentOf(changes) }), policy);

describe('specimen', () => {
  it('takes real paper, which has grain', () => {
    expect(judge({ flatWhiteRatio: minDrawnWhiteRatio - 0.01 })).toBeUndefined();
  });

  it('warns of a drawn sample', () => {
    expect(judge({ flatWhiteRatio: minDrawnWhiteRatio })).toMatchObject({ severity: 'warning' });
  });

  it('leaves a burnt-out photo, whose ink has gone grey, to the check of light', () => {
    expect(judge({ flatWhiteRatio: 0.8, exposure: lightOf({ p05: maxInk + 1 }) })).toBeUndefined();
  });

  it('warns of a page of Utopia, however it was taken', () => {
    expect(specimen.judge(readPhoto({ zone: zoneOf({ isSample: true }) }), policy)).toMatchObject({ confidence: 0.95 });
    expect(specimen.judge(readPhoto({ zone: zoneOf() }), policy)).toBeUndefined();
  });

  it('says nothing of papers that are no identity documents', () => {
    expect(judge({ flatWhiteRatio: 0.8, identityFeatures: [] })).toBeUndefined();
  });
});
