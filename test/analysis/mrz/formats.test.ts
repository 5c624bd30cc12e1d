import { describe, expect, it } from 'vitest';
import { checkValue, holdsCheck, ZONE_FORMATS } from '../../../src/analysis/mrz/formats.ts';
import { ICAO } from './known-zones.ts';

const formatOf = (name: string) => ZONE_FORMATS.find((format) => format.name === name)!;
const FRENCH = ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'];

describe('ZONE_FORMATS', () => {
  it.each(Object.entries({ ...ICAO, 'FRENCH-ID': FRENCH }))(
    '%s: the published example holds every check digit',
    (name, lines) => {
      const { checks, length, begins } = formatOf(name);
      expect(lines.map((line) => line.length)).toEqual(lines.map(() => length));
      expect(lines[0]).toMatch(begins);
      expect(checks.filter((group) => !holdsCheck(lines, group))).toEqual([]);
    },
  );

  it.each(Object.entries(ICAO))('%s: a changed digit of the expiry breaks its own check digit', (name, lines) => {
    const { checks, expiry } = formatOf(name);
    const at = expiry!.from;
    const changed = lines.map((line, i) =>
      i === expiry!.line ? `${line.slice(0, at)}${(Number(line[at]) + 1) % 10}${line.slice(at + 1)}` : line,
    );
    expect(checks.filter((group) => !holdsCheck(changed, group)).map(({ check }) => check)).toContainEqual({
      line: expiry!.line,
      at: at + 6,
    });
  });
});

describe('checkValue', () => {
  it('counts digits, letters from ten on, and the filler as nothing', () => {
    expect(['0', '9', 'A', 'Z', '<'].map(checkValue)).toEqual([0, 9, 10, 35, 0]);
  });
});
