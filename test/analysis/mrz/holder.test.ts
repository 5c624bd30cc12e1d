import { describe, expect, it } from 'vitest';
import { ZONE_FORMATS } from '../../../src/analysis/mrz/formats.ts';
import { holderOf } from '../../../src/analysis/mrz/holder.ts';
import { ICAO } from './known-zones.ts';

const formatOf = (name: string) => ZONE_FORMATS.find((format) => format.name === name)!;

describe('holderOf', () => {
  it.each(Object.entries(ICAO))('finds names and birth in the example of %s', (name, lines) => {
    const birth = name.startsWith('MRV') ? '400907' : '740812';
    expect(holderOf({ format: formatOf(name), lines })).toEqual({
      surname: ['ERIKSSON'],
      given: ['ANNA', 'MARIA'],
      isTruncated: false,
      birth,
    });
  });

  it('finds them in both lines of the French card', () => {
    const lines = ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'];
    expect(holderOf({ format: formatOf('FRENCH-ID'), lines })).toMatchObject({
      surname: ['BERTHIER'],
      given: ['CORINNE'],
      birth: '651206',
    });
  });

  it('knows single names, and names that fill their field', () => {
    const [, second] = ICAO.TD3;
    const holder = (names: string) =>
      holderOf({ format: formatOf('TD3'), lines: [`P<UTO${names.padEnd(39, '<')}`, second] });
    expect(holder('ARKFREITH')).toMatchObject({ surname: ['ARKFREITH'], given: [], isTruncated: false });
    expect(holder('BENNELONG<WOOLOOMOOLOO<WARRANDYTE<<DINGO')).toMatchObject({ isTruncated: true });
  });
});
