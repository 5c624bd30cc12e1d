import { describe, expect, it } from 'vitest';
import { occluded } from '../../../src/analysis/checks/occluded.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

const { warnCoveredRatio, maxCoveredRatio } = policy.document;
const judge = (areaRatio: number) => {
  const spots = areaRatio > 0 ? [{ x: 600, y: 2000, width: 200, height: 400 }] : [];
  return occluded.judge(documentPhoto({ document: documentOf({ covered: { areaRatio, spots } }) }), policy);
};

describe('occluded', () => {
  it('takes a document that is held by its rim', () => {
    expect(judge(0)).toBeUndefined();
    expect(judge(warnCoveredRatio / 2)).toBeUndefined();
  });

  it('warns of fingers over it and refuses hidden print', () => {
    expect(judge(warnCoveredRatio)).toMatchObject({ severity: 'warning', values: { areaPercent: 1 } });
    expect(judge(maxCoveredRatio + 0.01)).toMatchObject({ severity: 'blocker' });
    expect(judge(maxCoveredRatio)?.areas).toHaveLength(1);
  });

  it('says nothing without a document', () => {
    expect(occluded.judge(documentPhoto({ document: undefined }), policy)).toBeUndefined();
  });
});
