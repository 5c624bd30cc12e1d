import { describe, expect, it } from 'vitest';
import { ALPHABET } from '../../../src/analysis/mrz/glyph-reader.ts';
import { type Cell, fitGrid } from '../../../src/analysis/mrz/grid.ts';
import { columnsOf, ICAO } from './known-zones.ts';

const LINE = ICAO.TD3[1];
const textOf = (cells: readonly Cell[]) => cells.map((cell) => ALPHABET[cell.indexOf(Math.max(...cell))]).join('');

describe('fitGrid', () => {
  it.each<[string, (k: number) => number]>([
    ['in their places', () => 0],
    ['half a character late', () => 0.5],
    ['half a character early', () => -0.5],
    ['drifting from early to late', (k) => k / 43 - 0.5],
    ['bent in the middle', (k) => 1.2 * (k / 43) * (1 - k / 43)],
  ])('finds characters that lie %s', (_, offAt) => {
    expect(textOf(fitGrid(columnsOf(LINE, offAt), 44))).toBe(LINE);
  });

  it('gives probabilities of the characters alone', () => {
    for (const cell of fitGrid(
      columnsOf(LINE, () => 0),
      44,
    )) {
      expect(cell.reduce((sum, v) => sum + Math.exp(v), 0)).toBeCloseTo(1);
    }
  });
});
