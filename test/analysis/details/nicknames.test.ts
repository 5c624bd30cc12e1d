import { describe, expect, it } from 'vitest';
import { isNicknameOf } from '../../../src/analysis/details/nicknames.ts';

describe('nicknames', () => {
  it('stand for the full name, and the other way round', () => {
    expect(isNicknameOf('BOB', 'ROBERT')).toBe(true);
    expect(isNicknameOf('ROBERT', 'BOB')).toBe(true);
    expect(isNicknameOf('SASHA', 'ALEKSANDR')).toBe(true);
  });

  it('do not stand for another name', () => {
    expect(isNicknameOf('BOB', 'WILLIAM')).toBe(false);
    expect(isNicknameOf('', '')).toBe(false);
  });
});
