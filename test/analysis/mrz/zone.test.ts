import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../src/analysis/measure/text-line.ts';
import type { TextLayout } from '../../../src/analysis/measure/text-lines.ts';
import { findZones } from '../../../src/analysis/mrz/zone.ts';

function line(y: number, changes: Partial<TextLine> = {}): TextLine {
  const start = { x: 100, y };
  const end = { x: 100 + 43 * 10, y };
  const middle = { x: 315, y };
  return { start, end, middle, thicknessPx: 10, glyphs: 44, outUp: 0, outDown: 0, fixedPitchRun: 44, ...changes };
}

const layoutOf = (...lines: TextLine[]): TextLayout => ({ lines, angleDegrees: 0, agreementRatio: 0.8, glyphs: 88 });
const broken = (y: number, from = 100, to = 530): TextLine =>
  line(y, { start: { x: from, y }, end: { x: to, y }, glyphs: 31, fixedPitchRun: 9 });

describe('findZones', () => {
  it('takes two whole lines below each other', () => {
    const [zone, ...others] = findZones(layoutOf(line(220), line(200)));
    expect(others).toEqual([]);
    expect(zone).toEqual([
      { first: { x: 100, y: 200 }, last: { x: 530, y: 200 }, middle: 0.5, length: 44 },
      { first: { x: 100, y: 220 }, last: { x: 530, y: 220 }, middle: 0.5, length: 44 },
    ]);
  });

  it('gives a broken neighbour the ends of the whole line', () => {
    const [zone] = findZones(layoutOf(line(200), broken(221, 150, 480)));
    expect(zone![1]).toEqual({ first: { x: 100, y: 221 }, last: { x: 530, y: 221 }, middle: 0.5, length: 44 });
  });

  it('wants three lines of thirty', () => {
    const short = (y: number) => line(y, { end: { x: 390, y }, middle: { x: 245, y }, glyphs: 30, fixedPitchRun: 30 });
    expect(findZones(layoutOf(short(200), short(220)))).toEqual([]);
    expect(findZones(layoutOf(short(200), short(220), short(240)))[0]).toHaveLength(3);
  });

  it('chooses neighbours at one leading when print stands close by', () => {
    const short = (y: number) => line(y, { end: { x: 390, y }, middle: { x: 245, y }, glyphs: 30, fixedPitchRun: 30 });
    const zone = findZones(layoutOf(broken(170, 100, 390), short(200), short(220), short(240)))[0]!;
    expect(zone.map(({ first }) => first.y)).toEqual([200, 220, 240]);
  });

  it('takes no single line, no print of words, and no lines far apart', () => {
    expect(findZones(layoutOf(line(200)))).toEqual([]);
    expect(findZones(layoutOf(broken(200), broken(220)))).toEqual([]);
    expect(findZones(layoutOf(line(200), line(260)))).toEqual([]);
    expect(findZones(layoutOf())).toEqual([]);
  });
});
