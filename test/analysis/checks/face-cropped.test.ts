import { describe, expect, it } from 'vitest';
import { faceCropped } from '../../../src/analysis/checks/face-cropped.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { faceOf, selfie } from './photo-facts.ts';

const { maxOutsideRatio } = policy.selfie;
const size = { width: 1000, height: 1000 };
const outside = 1000 * maxOutsideRatio;

describe('face-cropped', () => {
  it.each([
    ['left', { x: -outside, y: 500 }],
    ['right', { x: 3000 + outside, y: 500 }],
    ['top', { x: 500, y: -outside }],
    ['bottom', { x: 500, y: 2000 + outside }],
  ])('takes a face that reaches over the %s border by no more than the limit', (_, at) => {
    expect(faceCropped.judge(selfie({ faces: [faceOf({ box: { ...at, ...size } })] }), policy)).toBeUndefined();
  });

  it.each([
    ['left', { x: -outside - 10, y: 500 }],
    ['right', { x: 3010 + outside, y: 500 }],
    ['top', { x: 500, y: -outside - 10 }],
    ['bottom', { x: 500, y: 2010 + outside }],
  ])('asks for a retake when it reaches further over the %s border', (_, at) => {
    const facts = selfie({ faces: [faceOf({ box: { ...at, ...size } })] });
    expect(faceCropped.judge(facts, policy)).toMatchObject({ severity: 'blocker', values: { outsidePercent: 7 } });
  });

  it('does not mind the portrait of a document', () => {
    const printed = faceOf({ box: { x: -500, y: 500, ...size }, isPrinted: true });
    expect(faceCropped.judge(selfie({ faces: [printed] }), policy)).toBeUndefined();
  });
});
