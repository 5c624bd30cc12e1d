import { describe, expect, it } from 'vitest';
import { missingBack } from '../../../../src/analysis/checks/album/missing-back.ts';
import { selfie, shown } from './album-photos.ts';

describe('missing-back', () => {
  it('is said of the front of a card without its back', () => {
    expect(missingBack.judge([shown('card', 'front'), selfie])).toMatchObject({ severity: 'warning' });
  });

  it.each([
    ['both sides', [shown('card', 'front'), shown('card', 'back')]],
    ['a passport', [shown('passport', 'front'), selfie]],
    ['a side that nothing tells, which may be the back', [shown('card', 'front'), shown('card', undefined)]],
    ['a selfie alone', [selfie]],
    ['nothing', []],
  ])('is not said of %s', (_, photos) => {
    expect(missingBack.judge(photos)).toBeUndefined();
  });
});
