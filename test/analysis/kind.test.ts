import { describe, expect, it } from 'vitest';
import { recogniseKind } from '../../src/analysis/kind.ts';
import { documentOf, faceOf } from './checks/photo-facts.ts';

const onCard = faceOf({ box: { x: 1000, y: 1000, width: 500, height: 500 }, isPrinted: true });
const besideCard = faceOf({ box: { x: 3550, y: 100, width: 400, height: 400 } });

describe('recogniseKind', () => {
  it('takes a photo without faces for a document', () => {
    expect(recogniseKind(undefined, [], 4000)).toBe('document');
    expect(recogniseKind(documentOf(), [], 4000)).toBe('document');
  });

  it('takes a small face on the document for its portrait', () => {
    expect(recogniseKind(documentOf(), [onCard], 4000)).toBe('document');
  });

  it('takes a face beside an identity document for a selfie with it', () => {
    expect(recogniseKind(documentOf(), [besideCard], 4000)).toBe('selfie-with-document');
  });

  it('goes by the largest face, whatever the order', () => {
    const holder = faceOf({ box: { x: 3200, y: 100, width: 780, height: 780 } });
    expect(recogniseKind(documentOf(), [onCard, holder], 4000)).toBe('selfie-with-document');
    expect(recogniseKind(documentOf(), [holder, onCard], 4000)).toBe('selfie-with-document');
  });

  it('takes a face for a selfie from 28 % of the long side on when no outline is seen', () => {
    const scan = documentOf({ hasOutline: false });
    const faceOfWidth = (width: number) => faceOf({ box: { x: 0, y: 0, width, height: width } });
    expect(recogniseKind(scan, [faceOfWidth(1119)], 4000)).toBe('document');
    expect(recogniseKind(scan, [faceOfWidth(1120)], 4000)).toBe('selfie');
  });

  it('takes a small face without any document for a selfie', () => {
    expect(recogniseKind(undefined, [besideCard], 4000)).toBe('selfie');
  });
});
