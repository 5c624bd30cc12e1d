import { describe, expect, it } from 'vitest';
import { blur } from '../../../src/analysis/checks/blur.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { blurOf, documentOf, documentPhoto, faceOf, lightOf, pictureOf, selfie } from './photo-facts.ts';

const { warnBlurRatio, maxBlurRatio } = policy.picture;
const photoOf = (blurRatio: number) =>
  documentPhoto({
    picture: pictureOf({ sharpness: blurOf(blurRatio) }),
    document: documentOf({ sharpness: blurOf(blurRatio) }),
  });

describe('blur', () => {
  it('takes a photo just below the limit of the warning', () => {
    expect(blur.judge(photoOf(warnBlurRatio - 0.001), policy)).toBeUndefined();
  });

  it('warns from the limit of the warning on', () => {
    expect(blur.judge(photoOf(warnBlurRatio), policy)).toMatchObject({ severity: 'warning' });
    expect(blur.judge(photoOf(maxBlurRatio - 0.001), policy)).toMatchObject({ severity: 'warning' });
  });

  it('asks for a retake from the upper limit on and marks the document', () => {
    const facts = photoOf(maxBlurRatio);
    expect(blur.judge(facts, policy)).toMatchObject({ severity: 'blocker', areas: [facts.document!.corners] });
  });

  it('lets a soft background pass when the document is sharp', () => {
    const facts = documentPhoto({ picture: pictureOf({ sharpness: blurOf(0.9) }) });
    expect(blur.judge(facts, policy)).toBeUndefined();
  });

  it('lets smooth skin pass when the picture is sharp', () => {
    expect(blur.judge(selfie({ faces: [faceOf({ sharpness: blurOf(0.9) })] }), policy)).toBeUndefined();
  });

  it('blames the hand when one direction is much softer, else the focus', () => {
    const shaken = { blurRatio: 0.8, motionRatio: 0.3 };
    const facts = documentPhoto({
      picture: pictureOf({ sharpness: shaken }),
      document: documentOf({ sharpness: shaken }),
    });
    expect(blur.judge(facts, policy)?.values).toMatchObject({ cause: 'shake' });
    expect(blur.judge(photoOf(0.8), policy)?.values).toMatchObject({ cause: 'focus' });
  });

  it('blames the lens where all is grey, and the file where it was compressed to death', () => {
    const hazy = photoOf(0.8);
    const exposure = lightOf({ p05: 120, p95: 190 });
    const document = { ...hazy.document!, exposure };
    expect(blur.judge({ ...hazy, document }, policy)?.values).toMatchObject({ cause: 'focus' });
    const veiled = { ...hazy.picture!, exposure };
    expect(blur.judge({ ...hazy, picture: veiled, document }, policy)?.values).toMatchObject({ cause: 'haze' });
    const file = { ...hazy.file, jpegQuality: 20 };
    expect(blur.judge({ ...hazy, file }, policy)?.values).toMatchObject({ cause: 'compression' });
  });

  it('blames whoever made the picture larger', () => {
    const facts = photoOf(0.8);
    const picture = { ...facts.picture!, isEnlarged: true };
    expect(blur.judge({ ...facts, picture }, policy)?.values).toMatchObject({ cause: 'enlarged' });
  });

  it('says nothing of a file without pixels', () => {
    expect(blur.judge(documentPhoto({ picture: undefined }), policy)).toBeUndefined();
  });
});
