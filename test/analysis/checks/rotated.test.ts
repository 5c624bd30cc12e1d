import { describe, expect, it } from 'vitest';
import { rotated } from '../../../src/analysis/checks/rotated.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentPhoto, faceOf, pictureOf, readPhoto, selfie } from './photo-facts.ts';

describe('rotated', () => {
  it('takes an upright photo', () => {
    expect(rotated.judge(documentPhoto(), policy)).toBeUndefined();
  });

  it.each([90, 180, 270] as const)('asks for a retake of a photo that is surely turned by %i degrees', (rotation) => {
    const facts = documentPhoto({ picture: pictureOf({ rotation, rotationConfidence: 0.7 }) });
    expect(rotated.judge(facts, policy)).toMatchObject({
      severity: 'blocker',
      values: { rotationDegrees: rotation },
    });
  });

  it('only warns when the turn is less than sure', () => {
    const facts = documentPhoto({ picture: pictureOf({ rotation: 90, rotationConfidence: 0.69 }) });
    expect(rotated.judge(facts, policy)).toMatchObject({ severity: 'warning' });
  });

  it('says nothing of a picture in which nothing has a way up', () => {
    const facts = documentPhoto({ picture: pictureOf({ rotation: 90 }), document: undefined });
    expect(rotated.judge(facts, policy)).toBeUndefined();
  });

  it('warns of a document in the hand that stands on its head, and shows it', () => {
    const { document, picture } = documentPhoto();
    const text = { ...readPhoto({}).text!, sense: { rotation: 180, isMirrored: false } as const };
    const facts = { ...selfie({ picture, document, text }), kind: 'selfie-with-document' as const };
    expect(rotated.judge(facts, policy)).toMatchObject({
      severity: 'warning',
      values: { rotationDegrees: 180 },
      areas: [document!.corners],
    });
  });

  it('goes by a face when there is no document', () => {
    const facts = selfie({ picture: pictureOf({ rotation: 180 }), faces: [faceOf()] });
    expect(rotated.judge(facts, policy)).toMatchObject({ values: { rotationDegrees: 180 } });
  });
});
