import { describe, expect, it } from 'vitest';
import { createGroupFinder } from '../../src/faq/word-groups.ts';
import { createWordSplitter } from '../../src/faq/words.ts';

const split = createWordSplitter();
const find = createGroupFinder(
  { document: ['passport', 'driving licence', 'cédula'], rejected: ['rechaz*'], license: ['licence'] },
  split,
);

describe('createGroupFinder', () => {
  it('finds a word', () => {
    expect(find(['my', 'passport'])).toEqual([{ group: 'document', start: 1, end: 2 }]);
  });
  it('finds several words in a row, and the shorter entry inside them', () => {
    expect(find(['driving', 'licence'])).toEqual([
      { group: 'document', start: 0, end: 2 },
      { group: 'license', start: 1, end: 2 },
    ]);
  });
  it('finds a word by its beginning only where the entry says so', () => {
    expect(find(['rechazaron']).map(({ group }) => group)).toEqual(['rejected']);
    expect(find(['passports'])).toEqual([]);
  });
  it('does not mind marks on the letters of its entries', () => {
    expect(find(['cedula']).map(({ group }) => group)).toEqual(['document']);
  });
});
