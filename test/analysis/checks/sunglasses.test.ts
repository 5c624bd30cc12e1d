import { describe, expect, it } from 'vitest';
import { sunglasses } from '../../../src/analysis/checks/sunglasses.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FaceLook } from '../../../src/analysis/types.ts';
import { faceOf, lookOf, selfie } from './photo-facts.ts';

const judge = (look: Partial<FaceLook>) =>
  sunglasses.judge(selfie({ faces: [faceOf({ look: lookOf(look) })] }), policy);

describe('sunglasses', () => {
  it('takes bare eyes and clear glasses, refuses dark lenses', () => {
    expect(judge({ eyeSkinRatio: policy.selfie.minEyeSkinRatio })).toBeUndefined();
    expect(judge({ eyeSkinRatio: policy.selfie.minEyeSkinRatio - 0.01 })).toMatchObject({ severity: 'blocker' });
  });

  it('says nothing of faces that were not looked at closely', () => {
    expect(sunglasses.judge(selfie({ faces: [faceOf({ look: undefined })] }), policy)).toBeUndefined();
    expect(sunglasses.judge(selfie({ faces: undefined }), policy)).toBeUndefined();
  });
});
