import { describe, expect, it } from 'vitest';
import { noDocument } from '../../../src/analysis/checks/no-document.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentPhoto } from './photo-facts.ts';

describe('no-document', () => {
  it('takes a picture with a document', () => {
    expect(noDocument.judge(documentPhoto(), policy)).toBeUndefined();
  });

  it('asks for a retake when there is none', () => {
    expect(noDocument.judge(documentPhoto({ document: undefined }), policy)).toMatchObject({ severity: 'blocker' });
  });

  it('says nothing of a file without pixels', () => {
    const facts = documentPhoto({ picture: undefined, document: undefined });
    expect(noDocument.judge(facts, policy)).toBeUndefined();
  });
});
