import { describe, expect, it } from 'vitest';
import { sameSideTwice } from '../../../../src/analysis/checks/album/same-side-twice.ts';
import { selfie, shown } from './album-photos.ts';

describe('same-side-twice', () => {
  it.each(['front', 'back'] as const)('is said of two photos of the %s', (side) => {
    expect(sameSideTwice.judge([shown('card', side), shown('card', side), selfie])).toMatchObject({
      severity: 'blocker',
    });
  });

  it.each([
    ['both sides', [shown('card', 'front'), shown('card', 'back')]],
    ['both sides and one of them again', [shown('card', 'front'), shown('card', 'back'), shown('card', 'front')]],
    ['a side that nothing tells', [shown('card', 'front'), shown('card', undefined)]],
    ['two passports', [shown('passport', 'front'), shown('passport', 'front')]],
  ])('is not said of %s', (_, photos) => {
    expect(sameSideTwice.judge(photos)).toBeUndefined();
  });
});
