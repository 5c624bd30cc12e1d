import { describe, expect, it } from 'vitest';
import { overexposed } from '../../../src/analysis/checks/overexposed.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { Exposure } from '../../../src/analysis/types.ts';
import { documentOf, documentPhoto, faceOf, lightOf, selfie } from './photo-facts.ts';

const { maxMedian, maxInk } = policy.document;
const { maxMean, maxClippedRatio } = policy.selfie;
const onDocument = (light: Partial<Exposure>) =>
  overexposed.judge(documentPhoto({ document: documentOf({ exposure: lightOf(light) }) }), policy);
const onFace = (light: Partial<Exposure>) =>
  overexposed.judge(selfie({ faces: [faceOf({ exposure: lightOf(light) })] }), policy);

describe('overexposed', () => {
  it('takes white paper while its ink is black', () => {
    expect(onDocument({ median: 255, p05: maxInk - 1 })).toBeUndefined();
  });

  it('takes grey print while the paper is not burnt out', () => {
    expect(onDocument({ median: maxMedian - 1, p05: maxInk })).toBeUndefined();
  });

  it('asks for a retake when the paper is burnt out and the ink has gone grey', () => {
    expect(onDocument({ median: maxMedian, p05: maxInk, clippedRatio: 0.4 })).toMatchObject({
      severity: 'blocker',
      values: { brightness: maxMedian, clippedPercent: 40 },
    });
  });

  it('takes a bright face at the limits', () => {
    expect(onFace({ mean: maxMean, clippedRatio: maxClippedRatio })).toBeUndefined();
  });

  it('asks for a retake of a face that is too bright or has lost its detail', () => {
    expect(onFace({ mean: maxMean + 1 })).toMatchObject({ severity: 'blocker' });
    expect(onFace({ clippedRatio: maxClippedRatio + 0.01 })).toMatchObject({ severity: 'blocker' });
  });
});
