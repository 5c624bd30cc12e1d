import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/bots/reply/i18n.ts';
import { translator } from '../../support/locales.ts';

const ADVICE = { blur: { name: 'Not sharp', why: 'It is blurred.', do: 'Hold still.' } };

/** A locales folder with the given files. */
function localesWith(files: Readonly<Record<string, unknown>>): URL {
  const directory = mkdtempSync(join(tmpdir(), 'locales-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), JSON.stringify(content));
  }
  return pathToFileURL(`${directory}/`);
}

describe('createTranslator', () => {
  it('takes every folder as a language', () => {
    const made = createTranslator(localesWith({ 'en/advice.json': ADVICE, 'tr/advice.json': ADVICE }));
    expect(made.languages).toEqual(['en', 'tr']);
  });

  it('falls back to English for a text that a language lacks, and for a language that is not there', () => {
    const made = createTranslator(
      localesWith({ 'en/advice.json': ADVICE, 'en/chat.json': { hi: 'Hello' }, 'tr/chat.json': { hi: 'Merhaba' } }),
    );
    expect(made.t('tr')('chat:hi')).toBe('Merhaba');
    expect(made.t('tr')('advice:blur.do')).toBe('Hold still.');
    expect(made.t('xx')('chat:hi')).toBe('Hello');
  });

  it('names the file whose shape is wrong', () => {
    const withoutStep = { blur: { name: 'Not sharp', why: 'It is blurred.' } };
    expect(() => createTranslator(localesWith({ 'en/advice.json': withoutStep }))).toThrowError(/en\/advice\.json/);
    expect(() => createTranslator(localesWith({ 'en/chat.json': { hi: 3 } }))).toThrowError(/en\/chat\.json/);
  });

  it('does not escape: texts are plain until an adapter shows them', () => {
    const made = createTranslator(localesWith({ 'en/chat.json': { hi: 'Hello {{name}}' } }));
    expect(made.t('en')('chat:hi', { name: '<b>&' })).toBe('Hello <b>&');
  });

  it.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['ES_ar', 'es'],
    ['en-GB', 'en'],
    ['xx', undefined],
    [undefined, undefined],
  ])('finds the language closest to %s', (tag, expected) => {
    expect(translator.closest(tag)).toBe(expected);
  });
});
