import { describe, expect, it } from 'vitest';
import { createWordSplitter } from '../../src/faq/words.ts';

const split = createWordSplitter();

describe('createWordSplitter', () => {
  it('joins contractions and keeps the mark of a question', () => {
    expect(split("Why doesn't it load?")).toEqual(['why', 'doesnt', 'it', 'load', '?']);
  });
  it('keeps only how long a number is', () => {
    expect(split('error 404 after 20260101')).toEqual(['error', '0', 'after', '00000']);
  });
  it('splits a script without spaces', () => {
    expect(split('我的护照过期了').length).toBeGreaterThan(2);
  });
  it('keeps a picture once', () => {
    expect(split('🙏🙏 ok')).toEqual(['🙏', 'ok']);
  });
  it('finds no words in signs alone', () => {
    expect(split(' .,; ')).toEqual([]);
  });
});
