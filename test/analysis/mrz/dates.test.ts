import { describe, expect, it } from 'vitest';
import { expiryOf } from '../../../src/analysis/mrz/dates.ts';

const TODAY = '2026-11-23';

describe('expiryOf', () => {
  it.each([
    ['120415', '2012-04-15'],
    ['310228', '2031-02-28'],
    ['681205', '2068-12-05'],
    ['961210', '1996-12-10'],
    ['240229', '2024-02-29'],
  ])('%s is %s', (digits, date) => {
    expect(expiryOf(digits, TODAY)).toBe(date);
  });

  it.each(['310229', '311301', '310400', '<<<<<<', '31022', 'ABCDEF'])('%s is no day', (digits) => {
    expect(expiryOf(digits, TODAY)).toBeUndefined();
  });
});
