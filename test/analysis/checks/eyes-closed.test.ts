import { describe, expect, it } from 'vitest';
import { eyesClosed } from '../../../src/analysis/checks/eyes-closed.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FaceLook } from '../../../src/analysis/types.ts';
import { faceOf, lookOf, selfie } from './photo-facts.ts';

const { warnEyesOpenRatio, minEyesOpenRatio } = policy.selfie;
const judge = (look: Partial<FaceLook>) =>
  eyesClosed.judge(selfie({ faces: [faceOf({ look: lookOf(look) })] }), policy);

describe('eyes-closed', () => {
  it('takes open eyes, narrow ones too', () => {
    expect(judge({ eyesOpenRatio: warnEyesOpenRatio })).toBeUndefined();
  });

  it('warns of lids nearly shut and refuses shut ones', () => {
    expect(judge({ eyesOpenRatio: warnEyesOpenRatio - 0.01 })).toMatchObject({ severity: 'warning' });
    expect(judge({ eyesOpenRatio: minEyesOpenRatio - 0.01 })).toMatchObject({
      severity: 'blocker',
      values: { openPercent: 9 },
    });
  });

  it('leaves eyes behind dark glasses to sunglasses', () => {
    expect(judge({ eyesOpenRatio: 0, eyeSkinRatio: 0.3 })).toBeUndefined();
  });

  it('says nothing of faces that were not looked at closely', () => {
    expect(eyesClosed.judge(selfie({ faces: [faceOf({ look: undefined })] }), policy)).toBeUndefined();
    expect(eyesClosed.judge(selfie({ faces: undefined }), policy)).toBeUndefined();
  });
});
