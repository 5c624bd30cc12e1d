import { describe, expect, it } from 'vitest';
import { faceCovered } from '../../../src/analysis/checks/face-covered.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FaceLook } from '../../../src/analysis/types.ts';
import { faceOf, lookOf, selfie } from './photo-facts.ts';

const { warnMouthCoverRatio, maxMouthCoverRatio, minCoveredFacePx, maxHiddenRatio } = policy.selfie;
const judge = (look: Partial<FaceLook>) =>
  faceCovered.judge(selfie({ faces: [faceOf({ look: lookOf(look) })] }), policy);

describe('face-covered', () => {
  it('takes a bare face, warns of doubt, refuses a mask', () => {
    expect(judge({ mouthCoverRatio: warnMouthCoverRatio - 0.01 })).toBeUndefined();
    expect(judge({ mouthCoverRatio: warnMouthCoverRatio })).toMatchObject({ severity: 'warning', confidence: 0.5 });
    expect(judge({ mouthCoverRatio: maxMouthCoverRatio })).toMatchObject({ severity: 'blocker' });
  });

  it('refuses a document before the face, but not one that touches the chin', () => {
    const hidden = (hiddenRatio: number) => faceCovered.judge(selfie({ faces: [faceOf({ hiddenRatio })] }), policy);
    expect(hidden(maxHiddenRatio)).toBeUndefined();
    expect(hidden(maxHiddenRatio + 0.01)).toMatchObject({ severity: 'blocker' });
  });

  it('does not judge the colours of a tiny face', () => {
    const box = { x: 0, y: 0, width: minCoveredFacePx - 1, height: minCoveredFacePx };
    const faces = [faceOf({ box, look: lookOf({ mouthCoverRatio: 1 }) })];
    expect(faceCovered.judge(selfie({ faces }), policy)).toBeUndefined();
  });

  it('says nothing of faces that were not looked at closely', () => {
    expect(faceCovered.judge(selfie({ faces: [faceOf({ look: undefined })] }), policy)).toBeUndefined();
    expect(faceCovered.judge(selfie({ faces: undefined }), policy)).toBeUndefined();
  });
});
