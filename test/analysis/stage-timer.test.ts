import { expect, it } from 'vitest';
import { startStageTimer } from '../../src/analysis/stage-timer.ts';

it('names the stages in the order in which they end, and adds up one that comes twice', () => {
  const { laps, lap } = startStageTimer();
  for (const stage of ['decode', 'faces', 'document', 'faces']) lap(stage);
  expect(Object.keys(laps)).toEqual(['decode', 'faces', 'document']);
  expect(Object.values(laps).every((ms) => ms >= 0)).toBe(true);
});
