import { describe, expect, it } from 'vitest';
import { MAX_TEXT_CHARS, normalise, stripMarks } from '../../src/faq/normalise.ts';

describe('normalise', () => {
  it('writes full-width and capital letters alike', () => {
    expect(normalise('ＫＹＣ Pending')).toBe('kyc pending');
  });
  it('cuts stretched letters to two but leaves doubled ones', () => {
    expect(normalise('soooooo good')).toBe('soo good');
  });
  it('drops links, addresses and invisible signs', () => {
    expect(normalise('see https://example.org/a?b me@example.org po\u200bnd').trim()).toBe('see     pond');
  });
  it('never reads more than its limit', () => {
    expect(normalise('ab'.repeat(MAX_TEXT_CHARS))).toHaveLength(MAX_TEXT_CHARS);
  });
});

describe('stripMarks', () => {
  it('takes the marks off Latin letters', () => {
    expect(stripMarks('verificación größe')).toBe('verificacion grosse');
  });
  it('leaves the marks of other scripts, where they are letters', () => {
    expect(stripMarks('हिन्दी')).toBe('हिन्दी');
  });
});
