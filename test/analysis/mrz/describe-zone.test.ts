import { describe, expect, it } from 'vitest';
import { decodeZone } from '../../../src/analysis/mrz/decode.ts';
import { describeZone, dpiOf, zoneDegrees } from '../../../src/analysis/mrz/describe-zone.ts';
import type { ReadZone } from '../../../src/analysis/mrz/read-zone.ts';
import { cellsOf, ICAO } from './known-zones.ts';

const TODAY = '2026-11-23';

/** Two lines of 44 at a pitch of 10 px, from (100, 200) to (530, 200) and 20 px below, unless told otherwise. */
function read(lines: readonly string[], changes: Partial<ReadZone> = {}): ReadZone {
  const zone = lines.map((_, i) => ({
    first: { x: 100, y: 200 + 20 * i },
    last: { x: 530, y: 200 + 20 * i },
    middle: 0.5,
    length: 44,
  }));
  return { ...decodeZone(cellsOf(lines))!, zone, isTurned: false, ...changes };
}

const expiring = (yymmdd: string, check: number) => [ICAO.TD3[0], ICAO.TD3[1].replace('1204159', `${yymmdd}${check}`)];

describe('describeZone', () => {
  it('tells the expiry in days from the day that it is given', () => {
    expect(describeZone(read(ICAO.TD3), TODAY, 1).expiry).toEqual({
      date: '2012-04-15',
      daysLeft: -5335,
      source: 'mrz',
      confidence: 0.95,
    });
    expect(describeZone(read(expiring('261124', 0)), TODAY, 1).expiry).toMatchObject({ daysLeft: 1 });
  });

  it('tells no expiry that its check digit does not vouch for, nor one that was guessed', () => {
    expect(describeZone(read(expiring('190415', 9)), TODAY, 1).expiry).toBeUndefined();
    expect(describeZone(read(ICAO.TD3, { meanLogProbability: -0.8 }), TODAY, 1)).toMatchObject({
      zone: { isReadable: false },
      expiry: undefined,
    });
  });

  it('knows the samples of Utopia from the documents of states', () => {
    expect(describeZone(read(ICAO.TD3), TODAY, 1).zone?.isSample).toBe(true);
    const german = ICAO.TD3.map((line) => line.replace('UTO', 'D<<'));
    expect(describeZone(read(german), TODAY, 1).zone?.isSample).toBe(false);
  });

  it('knows the zones of visas', () => {
    expect(describeZone(read(ICAO['MRV-A']), TODAY, 1).zone?.isVisa).toBe(true);
    expect(describeZone(read(ICAO.TD3), TODAY, 1).zone?.isVisa).toBe(false);
  });

  it('outlines the zone in pixels of the full photo', () => {
    const { area } = describeZone(read(ICAO.TD3), TODAY, 2).zone!;
    expect(area.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [184, 384],
      [1076, 384],
      [1076, 456],
      [184, 456],
    ]);
  });
});

describe('dpiOf', () => {
  it('counts ten characters to the inch', () => {
    expect(dpiOf(read(ICAO.TD3))).toBeCloseTo(100);
  });
});

describe('zoneDegrees', () => {
  it('is the direction of reading', () => {
    expect(zoneDegrees(read(ICAO.TD3))).toBeCloseTo(0);
    expect(Math.abs(zoneDegrees(read(ICAO.TD3, { isTurned: true })))).toBeCloseTo(180);
    const falling = read(ICAO.TD3).zone.map((line) => ({ ...line, last: { x: line.first.x, y: line.first.y + 430 } }));
    expect(zoneDegrees(read(ICAO.TD3, { zone: falling }))).toBeCloseTo(90);
    expect(zoneDegrees(read(ICAO.TD3, { zone: falling, isTurned: true }))).toBeCloseTo(-90);
  });
});
