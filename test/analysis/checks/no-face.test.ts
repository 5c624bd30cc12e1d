import { describe, expect, it } from 'vitest';
import { noFace } from '../../../src/analysis/checks/no-face.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { faceOf, selfie } from './photo-facts.ts';

describe('no-face', () => {
  it('takes a picture with a person', () => {
    expect(noFace.judge(selfie(), policy)).toBeUndefined();
  });

  it('asks for a retake when nobody is there', () => {
    expect(noFace.judge(selfie({ faces: [] }), policy)).toMatchObject({ severity: 'blocker' });
  });

  it('does not take the portrait of a document for the person', () => {
    const facts = selfie({ faces: [faceOf({ isPrinted: true })] });
    expect(noFace.judge(facts, policy)).toMatchObject({ severity: 'blocker' });
  });

  it('says nothing of a file without pixels', () => {
    expect(noFace.judge(selfie({ faces: undefined }), policy)).toBeUndefined();
  });
});
