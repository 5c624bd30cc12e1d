import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/faq/clauses.ts';
import { createWordSplitter } from '../../src/faq/words.ts';

const split = createWordSplitter();

describe('splitClauses', () => {
  it('splits sentences and keeps their question marks', () => {
    expect(splitClauses('How long does it take? My photo is blurry. Thanks a lot!', split)).toEqual([
      'How long does it take?',
      'My photo is blurry.',
      'Thanks a lot!',
    ]);
  });
  it('drops parts of a single word', () => {
    expect(splitClauses('Hello. My photo is blurry. Can I try again?', split)).toEqual([
      'My photo is blurry.',
      'Can I try again?',
    ]);
  });
  it('leaves a single sentence, and dots inside numbers, alone', () => {
    expect(splitClauses('is 1.5 MB ok', split)).toEqual(['is 1.5 MB ok']);
  });
  it('splits at the full stops of other scripts', () => {
    expect(splitClauses('要多长时间？照片很模糊。', split)).toHaveLength(2);
  });
});
