import { describe, expect, it } from 'vitest';
import { notFrontal } from '../../../src/analysis/checks/not-frontal.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FaceLook } from '../../../src/analysis/types.ts';
import { faceOf, lookOf, selfie } from './photo-facts.ts';

const { warnYawDegrees, maxYawDegrees, maxPitchDegrees } = policy.selfie;
const judge = (look: Partial<FaceLook>) =>
  notFrontal.judge(selfie({ faces: [faceOf({ look: lookOf(look) })] }), policy);

describe('not-frontal', () => {
  it('takes heads turned no further than the limits', () => {
    expect(judge({ yawDegrees: warnYawDegrees, pitchDegrees: -maxPitchDegrees })).toBeUndefined();
    expect(judge({ yawDegrees: -warnYawDegrees, pitchDegrees: maxPitchDegrees })).toBeUndefined();
  });

  it('warns of heads turned to a side, up or down, and refuses a profile', () => {
    expect(judge({ yawDegrees: -warnYawDegrees - 1 })).toMatchObject({
      severity: 'warning',
      values: { yawDegrees: 31 },
    });
    expect(judge({ pitchDegrees: -maxPitchDegrees - 1 })).toMatchObject({ severity: 'warning' });
    expect(judge({ yawDegrees: maxYawDegrees + 1 })).toMatchObject({ severity: 'blocker' });
  });

  it('says nothing of faces that were not looked at closely', () => {
    expect(notFrontal.judge(selfie({ faces: [faceOf({ look: undefined })] }), policy)).toBeUndefined();
    expect(notFrontal.judge(selfie({ faces: undefined }), policy)).toBeUndefined();
  });
});
