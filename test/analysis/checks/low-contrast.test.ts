import { describe, expect, it } from 'vitest';
import { lowContrast } from '../../../src/analysis/checks/low-contrast.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto, lightOf, pictureOf } from './photo-facts.ts';

const { minRange } = policy.document;
const rangeOf = (range: number) => lightOf({ p05: 100, p95: 100 + range });
const judge = (range: number) =>
  lowContrast.judge(documentPhoto({ document: documentOf({ exposure: rangeOf(range) }) }), policy);

describe('low-contrast', () => {
  it('takes print that stands out by the least range', () => {
    expect(judge(minRange)).toBeUndefined();
  });

  it('warns just below, down to half of it', () => {
    expect(judge(minRange - 1)).toMatchObject({ severity: 'warning', values: { range: minRange - 1, minRange } });
    expect(judge(Math.ceil(minRange / 2))).toMatchObject({ severity: 'warning' });
  });

  it('asks for a retake below half of it', () => {
    expect(judge(Math.ceil(minRange / 2) - 1)).toMatchObject({ severity: 'blocker' });
  });

  it('goes by the whole picture when there is no document', () => {
    const facts = documentPhoto({ picture: pictureOf({ exposure: rangeOf(10) }), document: undefined });
    expect(lowContrast.judge(facts, policy)).toMatchObject({ severity: 'blocker' });
  });
});
