import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../src/analysis/details/compare-names.ts';

const holder = (surname: string, given: string, isTruncated = false) => ({
  surname: surname.split(' ').filter(Boolean),
  given: given.split(' ').filter(Boolean),
  isTruncated,
  birth: '740812',
});
const anna = holder('ERIKSSON', 'ANNA MARIA');

describe('compareNames', () => {
  it.each([
    ['Anna Maria Eriksson', anna],
    ['ERIKSSON, Anna-Maria', anna],
    ['annamaria eriksson', anna],
    ['Jürgen Groß', holder('GROSS', 'JUERGEN')],
    ['Jürgen Groß', holder('GROSS', 'JURGEN')],
    ['María de la Cruz', holder('DELACRUZ', 'MARIA')],
    ["Siobhan O'Connor", holder('OCONNOR', 'SIOBHAN')],
    ['Suharto', holder('SUHARTO', '')],
    ['Suharto Suharto', holder('SUHARTO', '')],
    ['FNU Suharto', holder('SUHARTO', '')],
    ['Наталия Кузнецова', holder('KUZNETSOVA', 'NATALIYA')],
  ])('finds no difference between %s and the zone', (typed, document) => {
    expect(compareNames(typed, document)).toBeUndefined();
  });

  it.each([
    ['Maria Eriksson Anna', anna, 'order'],
    ['Anna Eriksson', anna, 'missing-part'],
    ['A Maria Eriksson', anna, 'missing-part'],
    ['Anna Maria Sofia Eriksson', anna, 'extra-part'],
    ['Anna Maria Ericsson', anna, 'spelling'],
    ['Anna Maria Lindgren', anna, 'different'],
    ['Mike Brown', holder('BROWN', 'MICHAEL'), 'nickname'],
    ['Pepe García', holder('GARCIA', 'JOSE'), 'nickname'],
    ['Liu Bo', holder('LIU', 'BA'), 'different'],
  ])('tells of %s what differs', (typed, document, kind) => {
    expect(compareNames(typed, document)).toBe(kind);
  });

  it('allows one slip from four letters on, and two from eight', () => {
    expect(compareNames('Jona Brown', holder('BROWN', 'JOHN'))).toBe('different');
    expect(compareNames('Jonn Brown', holder('BROWN', 'JOHN'))).toBe('spelling');
    expect(compareNames('Jon Brow', holder('BROW', 'JAN'))).toBe('different');
    expect(compareNames('Eva Abcdefgh', holder('ABCDEFXY', 'EVA'))).toBe('spelling');
    expect(compareNames('Eva Abcdefg', holder('ABCDEXY', 'EVA'))).toBe('different');
  });

  it('knows that long names are cut off in a zone', () => {
    const cut = holder('NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG N', true);
    expect(compareNames('Chayapa Dejthamrong Krasuang Nagara Nilavadhanananda', cut)).toBeUndefined();
    expect(compareNames('Chayapa Dejthamrong Krasuang Nagara Nilavadhanananda', { ...cut, isTruncated: false })).toBe(
      'extra-part',
    );
    expect(compareNames('Somchai Nilavadhanananda', cut)).toBe('different');
  });

  it('says nothing of what it cannot read', () => {
    expect(compareNames('王小明', anna)).toBeUndefined();
    expect(compareNames('Anna', holder('', ''))).toBeUndefined();
    expect(compareNames('a '.repeat(100_000), anna)).toBeDefined();
  });
});
