import { describe, expect, it } from 'vitest';
import { noDocumentInSelfie } from '../../../src/analysis/checks/no-document-in-selfie.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { DocumentFacts } from '../../../src/analysis/types.ts';
import { blurOf, documentOf, documentPhoto, pictureOf, selfie } from './photo-facts.ts';

const judge = (changes: Partial<DocumentFacts>) =>
  noDocumentInSelfie.judge(documentPhoto({ document: documentOf(changes) }), policy);

describe('no-document-in-selfie', () => {
  it('refuses a selfie without one, or with a sheet that is something else', () => {
    expect(noDocumentInSelfie.judge(selfie({ document: undefined }), policy)).toMatchObject({ severity: 'blocker' });
    expect(judge({ hasOutline: false })).toMatchObject({ severity: 'blocker' });
    expect(judge({ identityFeatures: [], kind: 'sheet' })).toMatchObject({ severity: 'blocker' });
  });

  it('takes what shows a feature, has the size of a card, or may have it as far as it lies in the picture', () => {
    expect(judge({ identityFeatures: ['portrait'], kind: 'sheet' })).toBeUndefined();
    expect(judge({ identityFeatures: [], kind: 'card' })).toBeUndefined();
    expect(judge({ identityFeatures: [], kind: 'sheet', cutSides: ['left'] })).toBeUndefined();
  });

  it('leaves a blurred picture, in which nothing of it may be left to see, to the check of blur', () => {
    const picture = pictureOf({ sharpness: blurOf(policy.picture.maxBlurRatio + 0.01) });
    expect(noDocumentInSelfie.judge(selfie({ document: undefined, picture }), policy)).toBeUndefined();
  });
});
