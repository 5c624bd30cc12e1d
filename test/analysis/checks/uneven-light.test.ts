import { describe, expect, it } from 'vitest';
import { unevenLight } from '../../../src/analysis/checks/uneven-light.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FaceLook } from '../../../src/analysis/types.ts';
import { documentOf, documentPhoto, faceOf, lookOf, selfie } from './photo-facts.ts';

const { warnShadeRatio } = policy.document;
const { warnCheekLightRatio } = policy.selfie;
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

  it('warns of a face of which one half lies in the dark, unless it is seen from the side', () => {
    const judgeFace = (look: Partial<FaceLook>) =>
      unevenLight.judge(selfie({ faces: [faceOf({ look: lookOf(look) })] }), policy);
    expect(judgeFace({ cheekLightRatio: warnCheekLightRatio })).toBeUndefined();
    expect(judgeFace({ cheekLightRatio: warnCheekLightRatio - 0.01 })).toMatchObject({ severity: 'warning' });
    expect(judgeFace({ cheekLightRatio: 0.2, yawDegrees: 31 })).toBeUndefined();
    expect(judgeFace({ cheekLightRatio: undefined })).toBeUndefined();
  });

  it('says nothing without a document', () => {
    expect(unevenLight.judge(documentPhoto({ document: undefined }), policy)).toBeUndefined();
  });
});
