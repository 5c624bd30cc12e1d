import { describe, expect, it } from 'vitest';

import { dayOf, daysBetween } from '../../src/analysis/calendar.ts';

const TODAY = '2026-11-23';

describe('dayOf', () => {
  it('takes days that exist and no others', () => {
    expect(dayOf(2028, 2, 29)).toBe('2028-02-29');
    expect(dayOf(2026, 2, 29)).toBeUndefined();
    expect(dayOf(2026, 13, 1)).toBeUndefined();
    expect(dayOf(2026, 4, 0)).toBeUndefined();
  });
});

describe('daysBetween', () => {
  it('counts whole days over leap days, and backwards', () => {
    expect(daysBetween(TODAY, TODAY)).toBe(0);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween(TODAY, '2026-11-22')).toBe(-1);
  });
});
