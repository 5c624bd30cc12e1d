import { describe, expect, it } from 'vitest';
import { decodeZone } from '../../../src/analysis/mrz/decode.ts';
import { cellOf, cellsOf, ICAO } from './known-zones.ts';

describe('decodeZone', () => {
  it.each(Object.entries(ICAO))('tells %s by its shape and beginning and reads it', (name, lines) => {
    const decoded = decodeZone(cellsOf(lines))!;
    expect(decoded.format.name).toBe(name);
    expect(decoded.lines).toEqual(lines);
    expect(decoded.wrongChecks).toEqual([]);
    expect(decoded.certainty).toBeGreaterThan(0.99);
  });

  it('knows no zone of another shape', () => {
    expect(decodeZone(cellsOf(['P<UTO', 'L8989']))).toBeUndefined();
    expect(decodeZone([])).toBeUndefined();
  });

  it('lets only digits stand where digits belong, only letters where letters do', () => {
    const cells = cellsOf(ICAO.TD3);
    cells[1]![13] = cellOf('T', '7', 0.01);
    cells[0]![5] = cellOf('3', 'E', 0.01);
    expect(decodeZone(cells)!.lines).toEqual(ICAO.TD3);
  });

  it('exchanges a doubtful character when a check digit speaks for the other', () => {
    const cells = cellsOf(ICAO.TD3);
    cells[1]![22] = cellOf('7', '2', 0.3);
    expect(decodeZone(cells)!.lines).toEqual(ICAO.TD3);
  });

  it('does not mend a digit that was read clearly: it may have been altered', () => {
    const cells = cellsOf(ICAO.TD3);
    cells[1]![22] = cellOf('7', '2', 0.01);
    const decoded = decodeZone(cells)!;
    expect(decoded.lines[1]![22]).toBe('7');
    expect(decoded.wrongChecks).toHaveLength(2);
  });

  it('is not sure of names that could be others', () => {
    const cells = cellsOf(ICAO.TD3);
    for (let at = 5; at < 32; at++) cells[0]![at] = cellOf(ICAO.TD3[0][at]!, 'K', 0.45);
    expect(decodeZone(cells)!.certainty).toBeLessThan(0.5);
  });

  it('exchanges two of them when it takes two', () => {
    const cells = cellsOf(ICAO.TD1);
    cells[0]![5] = cellOf('0', 'D', 0.2);
    cells[0]![13] = cellOf('9', '0', 0.2);
    expect(decodeZone(cells)!.lines).toEqual(ICAO.TD1);
  });

  it('reports a wrong check digit that no doubt explains, and stays sure of what it read', () => {
    const printed = [ICAO.TD3[0], ICAO.TD3[1].replace('1204159', '1904159')];
    const decoded = decodeZone(cellsOf(printed))!;
    expect(decoded.lines).toEqual(printed);
    expect(decoded.wrongChecks.map(({ check }) => check.at)).toEqual([27, 43]);
    expect(decoded.certainty).toBeGreaterThan(0.9);
  });

  it('prefers a code that a state has', () => {
    const cells = cellsOf(ICAO.TD3);
    cells[0]![4] = cellOf('Q', 'O', 0.05);
    cells[1]![12] = cellOf('D', 'O', 0.05);
    expect(decodeZone(cells)!.lines).toEqual(ICAO.TD3);
  });

  it('takes the number of a card that goes on behind its place', () => {
    // ICAO 9303-5, appendix B: a number of more than nine characters.
    const lines = [
      'I<UTOD23145890<7349<<<<<<<<<<<',
      '3407127M9507122UTO<<<<<<<<<<<2',
      'STEVENSON<<PETER<JOHN<<<<<<<<<',
    ];
    const decoded = decodeZone(cellsOf(lines))!;
    expect(decoded.lines).toEqual(lines);
    expect(decoded.wrongChecks).toEqual([]);
  });
});
