import { describe, expect, it } from 'vitest';
import { differentDocuments } from '../../../../src/analysis/checks/album/different-documents.ts';
import { selfie, shown } from './album-photos.ts';

describe('different-documents', () => {
  it('is said of a passport with the back of a card, and of sides that expire on different days', () => {
    expect(differentDocuments.judge([shown('passport', 'front'), shown('card', 'back')])).toMatchObject({
      severity: 'blocker',
    });
    expect(differentDocuments.judge([shown('card', 'front', 100), shown('card', 'back', 101), selfie])).toBeDefined();
  });

  it.each([
    ['sides that expire on the same day', [shown('card', 'front', 100), shown('card', 'back', 100)]],
    ['sides of which one tells no day', [shown('card', 'front'), shown('card', 'back', 100)]],
    ['one side', [shown('card', 'front', 100), selfie]],
  ])('is not said of %s', (_, photos) => {
    expect(differentDocuments.judge(photos)).toBeUndefined();
  });
});
