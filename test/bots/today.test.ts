import { describe, expect, it } from 'vitest';
import { dayOf, isDay } from '../../src/bots/today.ts';

describe('dayOf', () => {
  it('writes month and day with two digits', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('isDay', () => {
  it('knows the calendar', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2025-02-29')).toBe(false);
    expect(isDay('2025-13-01')).toBe(false);
  });

  it('wants the order year, month, day in digits', () => {
    expect(isDay('01-02-2025')).toBe(false);
    expect(isDay('2025-1-2')).toBe(false);
    expect(isDay('tomorrow')).toBe(false);
  });
});
