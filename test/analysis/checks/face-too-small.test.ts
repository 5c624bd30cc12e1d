import { describe, expect, it } from 'vitest';
import { faceTooSmall } from '../../../src/analysis/checks/face-too-small.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { faceOf, pictureOf, selfie } from './photo-facts.ts';

const { minFacePx, warnFacePx } = policy.selfie;
const faceOfWidth = (width: number) => faceOf({ box: { x: 100, y: 100, width, height: width } });
const judge = (width: number) => faceTooSmall.judge(selfie({ faces: [faceOfWidth(width)] }), policy);

describe('face-too-small', () => {
  it('takes a face of enough pixels however large the picture', () => {
    expect(judge(warnFacePx)).toBeUndefined();
  });

  it('warns just below, down to the least that checks work with', () => {
    expect(judge(warnFacePx - 1)).toMatchObject({ severity: 'warning' });
    expect(judge(minFacePx)).toMatchObject({ severity: 'warning' });
  });

  it('asks for a retake below that and says how small the face is', () => {
    expect(judge(minFacePx - 1)).toMatchObject({
      severity: 'blocker',
      values: { facePx: minFacePx - 1, minFacePx, facePercent: 2 },
    });
  });

  it('leaves a small picture that the face fills to the check of the resolution', () => {
    const picture = pictureOf({ widthPx: 600, heightPx: 500 });
    expect(faceTooSmall.judge(selfie({ picture, faces: [faceOfWidth(90)] }), policy)).toBeUndefined();
  });

  it('says nothing of a group', () => {
    const facts = selfie({ faces: [faceOfWidth(50), faceOfWidth(50)] });
    expect(faceTooSmall.judge(facts, policy)).toBeUndefined();
  });
});
