import { describe, expect, it } from 'vitest';
import { multipleFaces } from '../../../src/analysis/checks/multiple-faces.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { faceOf, selfie } from './photo-facts.ts';

const { secondFaceRatio } = policy.selfie;
const faceOfWidth = (width: number, isPrinted = false) =>
  faceOf({ box: { x: 0, y: 0, width, height: width }, isPrinted });

describe('multiple-faces', () => {
  it('takes one person', () => {
    expect(multipleFaces.judge(selfie(), policy)).toBeUndefined();
  });

  it('takes somebody far behind for a passer-by', () => {
    const faces = [faceOfWidth(1000), faceOfWidth(1000 * secondFaceRatio - 1)];
    expect(multipleFaces.judge(selfie({ faces }), policy)).toBeUndefined();
  });

  it('asks for a retake from the limit on and marks both faces', () => {
    const faces = [faceOfWidth(1000), faceOfWidth(1000 * secondFaceRatio)];
    const judgement = multipleFaces.judge(selfie({ faces }), policy);
    expect(judgement).toMatchObject({ severity: 'blocker', values: { faces: 2 } });
    expect(judgement?.areas).toHaveLength(2);
  });

  it('does not count the portrait of a document', () => {
    const faces = [faceOfWidth(1000), faceOfWidth(900, true)];
    expect(multipleFaces.judge(selfie({ faces }), policy)).toBeUndefined();
  });
});
