import { describe, expect, it } from 'vitest';
import { notAnId } from '../../../src/analysis/checks/not-an-id.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

describe('not-an-id', () => {
  it('takes a document with something that only identity documents have', () => {
    expect(notAnId.judge(documentPhoto(), policy)).toBeUndefined();
  });

  it('warns of print without a portrait, a machine readable zone or a barcode', () => {
    const document = documentOf({ identityFeatures: [] });
    expect(notAnId.judge(documentPhoto({ document }), policy)).toMatchObject({
      severity: 'warning',
      areas: [document.corners],
    });
  });

  it('leaves a picture without any document to another check', () => {
    expect(notAnId.judge(documentPhoto({ document: undefined }), policy)).toBeUndefined();
  });
});
