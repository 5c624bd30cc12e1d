import { describe, expect, it } from 'vitest';
import { expandPhrase, groupsOf, topicsOf } from '../../../src/faq/train/expand.ts';
import { createRandom } from '../../../src/faq/train/random.ts';

const expand = (phrase: string, groups = {}) => [...expandPhrase(phrase, groups, 20, createRandom(1))].sort();

describe('expandPhrase', () => {
  it('leaves a plain phrase, round brackets and braces of code alone', () => {
    expect(expand('why (again)')).toEqual(['why (again)']);
    expect(expand('{{config}}')).toEqual(['{{config}}']);
  });
  it('takes one of the parts', () => {
    expect(expand('is (a|b) ok')).toEqual(['is a ok', 'is b ok']);
  });
  it('takes the words of a group but not mere beginnings', () => {
    expect(expand('my {document}', { document: ['passport', 'id', 'licen*'] })).toEqual(['my id', 'my passport']);
  });
  it('gives no more texts than asked for', () => {
    expect(expandPhrase('(a|b|c|d|e)', {}, 2, createRandom(1))).toHaveLength(2);
  });
  it('names the group that is missing', () => {
    expect(() => expand('my {documnet}')).toThrow('"$documnet"');
  });
});

describe('the keys of phrases.json', () => {
  it('are topics, or word groups when marked', () => {
    const phrases = { $document: ['id'], greeting: ['hi'] };
    expect(groupsOf(phrases)).toEqual({ document: ['id'] });
    expect(topicsOf(phrases)).toEqual([['greeting', ['hi']]]);
  });
});
