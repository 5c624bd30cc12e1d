import { describe, expect, it } from 'vitest';
import { gibberish, withTypos } from '../../../src/faq/train/disturb.ts';
import { createRandom } from '../../../src/faq/train/random.ts';

describe('withTypos', () => {
  it('changes a long word a little and short ones not at all', () => {
    const text = withTypos('is my passport ok', createRandom(3));
    expect(text).not.toBe('is my passport ok');
    expect(text).toMatch(/^is my p\w{6,8}t ok$/);
    expect(withTypos('is it ok', createRandom(3))).toBe('is it ok');
  });
});

describe('gibberish', () => {
  it('is the same for the same seed and made of letters', () => {
    expect(gibberish(createRandom(5))).toBe(gibberish(createRandom(5)));
    expect(gibberish(createRandom(5))).toMatch(/^[a-z]{3,}( [a-z]{3,})*$/);
  });
});
