import { describe, expect, it } from 'vitest';
import { isQuiet, isQuietHours } from '../../../src/bots/community/quiet-hours.ts';

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00', true],
    ['22:00-07:00 Europe/Berlin', true],
    ['00:00-23:59 America/Argentina/Buenos_Aires', true],
    ['22:00-07:00 Europe/Nowhere', false],
    ['24:00-07:00', false],
    ['10pm-7am', false],
    ['22:00-07:00 Europe/Berlin; drop', false],
  ])('are written as "%s": %s', (typed, isRight) => {
    expect(isQuietHours(typed)).toBe(isRight);
  });

  it.each([
    ['22:00-07:00', '23:30', true],
    ['22:00-07:00', '06:59', true],
    ['22:00-07:00', '07:00', false],
    ['09:00-17:00', '12:00', true],
    ['09:00-17:00', '17:00', false],
    ['22:00-07:00 Asia/Tokyo', '13:30', true],
    ['22:00-07:00 Asia/Tokyo', '23:30', false],
    [undefined, '23:30', false],
  ])('%s at %s UTC: %s', (hours, time, isIn) => {
    expect(isQuiet(hours, at(time))).toBe(isIn);
  });
});
