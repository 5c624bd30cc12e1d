import { describe, expect, it } from 'vitest';
import { datesInText } from '../../../src/analysis/print/dates-in-text.ts';

const TODAY = '2026-11-23';
const read = (line: string, order: 'day-first' | 'month-first' = 'day-first') =>
  datesInText(line, order, TODAY).map(({ readings }) => readings);

describe('datesInText', () => {
  it.each([
    ['31.12.2029', '2029-12-31'],
    ['31 12 2029', '2029-12-31'],
    ['2029-12-31', '2029-12-31'],
    ['29 NOV 2031', '2031-11-29'],
    ['29 NOV./NOV. 31', '2031-11-29'],
    ['12 AUG/AOUT 74', '2074-08-12'],
    ['15 FÉV 2030', '2030-02-15'],
    ['7. Oktober 2030', '2030-10-07'],
    ['AUG 12, 2031', '2031-08-12'],
    ['01 ENE 2030', '2030-01-01'],
  ])('reads %s', (line, date) => {
    expect(read(line)).toEqual([[date]]);
  });

  it('settles day and month by the order, and gives both where both are days', () => {
    expect(read('03/04/2031')).toEqual([['2031-04-03', '2031-03-04']]);
    expect(read('03/04/2031', 'month-first')).toEqual([['2031-03-04', '2031-04-03']]);
    expect(read('08/31/2031')).toEqual([['2031-08-31']]);
  });

  it('bridges gaps inside a number and takes signs for the digits they look like', () => {
    expect(read('08/1 2/2030', 'month-first')[0]![0]).toBe('2030-08-12');
    expect(read('29 NOV 203%')).toEqual([['2039-11-29']]);
    expect(read('29 NOV 2O3l')).toEqual([]);
  });

  it('finds every date of a line with its place', () => {
    const line = 'DOB 06/03/1981 EXP 06/04/2031';
    const [birth, expiry] = datesInText(line, 'month-first', TODAY);
    expect(line.slice(birth!.from, birth!.to)).toBe('06/03/1981');
    expect(line.slice(expiry!.from, expiry!.to)).toBe('06/04/2031');
  });

  it.each([
    '30 FEB 2030',
    '99999-1234',
    '08311977',
    '00/00/0000',
    '12 XYZ 2030',
    '1-02781-0',
    '31.12.1850',
    '31.12.2190',
  ])('sees no date in %s', (line) => {
    expect(read(line)).toEqual([]);
  });

  it('is not slowed down by a line of digits and spaces', () => {
    expect(read('1 '.repeat(20_000)).length).toBeLessThan(20_000);
  });
});
