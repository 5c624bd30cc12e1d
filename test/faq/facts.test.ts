import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../src/faq/index.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
/** Languages that are only understood have phrases alone. */
const languages = readdirSync(LOCALES).filter((language) => existsSync(new URL(`${language}/faq.json`, LOCALES)));
const read = (language: string) => readFileSync(new URL(`${language}/faq.json`, LOCALES), 'utf8');

describe('FACTS', () => {
  it('has a date and a source for each', () => {
    for (const { date, source } of Object.values(FACTS)) {
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.length).toBeGreaterThan(10);
    }
  });
  it.each(languages)('has words for each in %s, and no others', (language) => {
    expect(Object.keys(JSON.parse(read(language)).facts).sort()).toEqual(Object.keys(FACTS).sort());
  });
  it.each(languages)('is used in the answers in %s', (language) => {
    const text = read(language);
    for (const name of Object.keys(FACTS)) expect(text).toContain(`{{${name}}}`);
  });
});
