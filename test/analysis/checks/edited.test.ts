import { describe, expect, it } from 'vitest';
import { edited } from '../../../src/analysis/checks/edited.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

const file = factsOfFile({ hasEditorTrace: true }).file;

describe('edited', () => {
  it('takes originals', () => {
    expect(edited.judge(documentPhoto(), policy)).toBeUndefined();
  });

  it('warns of an identity document that went through an editor, without saying how that was noticed', () => {
    expect(edited.judge(documentPhoto({ file }), policy)).toEqual({ severity: 'warning', confidence: 0.8, values: {} });
  });

  it('leaves papers that are no identity documents alone', () => {
    const document = documentOf({ identityFeatures: [] });
    expect(edited.judge(documentPhoto({ file, document }), policy)).toBeUndefined();
    expect(edited.judge(documentPhoto({ file, document: undefined }), policy)).toBeUndefined();
  });
});
