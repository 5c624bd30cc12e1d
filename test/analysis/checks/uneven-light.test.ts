import { describe, expect, it } from 'vitest';
import { unevenLight } from '../../../src/analysis/checks/uneven-light.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

const { warnShadeRatio } = policy.document;
const judge = (areaRatio: number) => {
  const spots = [{ x: 500, y: 500, width: 900, height: 900 }];
  return unevenLight.judge(documentPhoto({ document: documentOf({ shade: { areaRatio, spots } }) }), policy);
};

describe('uneven-light', () => {
  it('takes a document with little shade', () => {
    expect(judge(warnShadeRatio - 0.01)).toBeUndefined();
  });

  it('warns of a shadow and tells where it falls', () => {
    expect(judge(0.25)).toMatchObject({ severity: 'warning', values: { areaPercent: 25 } });
    expect(judge(0.25)?.areas).toHaveLength(1);
  });

  it('says nothing without a document', () => {
    expect(unevenLight.judge(documentPhoto({ document: undefined }), policy)).toBeUndefined();
  });
});
