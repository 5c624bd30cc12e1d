import { describe, expect, it } from 'vitest';
import { readerLanguage } from '../../../src/bots/conversation/reader-language.ts';
import { translator } from '../../support/locales.ts';

describe('readerLanguage', () => {
  it('takes the choice before the hint, and the hint before the default', () => {
    expect(readerLanguage(translator, { chosenLanguage: 'es', languageHint: 'en' }, 'en')).toBe('es');
    expect(readerLanguage(translator, { languageHint: 'es-MX' }, 'en')).toBe('es');
    expect(readerLanguage(translator, {}, 'es')).toBe('es');
  });

  it('passes over languages that have no texts, down to English', () => {
    expect(readerLanguage(translator, { chosenLanguage: 'xx', languageHint: 'es' }, 'en')).toBe('es');
    expect(readerLanguage(translator, { languageHint: 'xx' }, 'xx')).toBe('en');
  });
});
