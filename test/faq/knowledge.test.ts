import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupsOf, topicsOf } from '../../src/faq/train/expand.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
/** Languages that are only understood have phrases alone. */
const languages = readdirSync(LOCALES).filter((language) => existsSync(new URL(`${language}/faq.json`, LOCALES)));
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, LOCALES), 'utf8'));
const SECTIONS = ['facts', 'decisions', 'terminal'];
const MAX_STEPS = 5;

describe.each(languages)('the knowledge in %s', (language) => {
  const faq: Record<string, { title: string; answer: string; short: string; followUps: string[] }> = read(
    language,
    'faq.json',
  );
  const phrases = read(language, 'phrases.json');
  const topics = Object.keys(faq).filter((key) => !SECTIONS.includes(key));

  it('leads on to topics that exist', () => {
    for (const topic of topics) for (const next of faq[topic]!.followUps) expect(topics).toContain(next);
  });
  it('keeps answers to five steps', () => {
    for (const topic of topics)
      expect(faq[topic]!.answer.match(/^\d\. /gm)?.length ?? 0).toBeLessThanOrEqual(MAX_STEPS);
  });
  it('teaches no phrase for two topics', () => {
    const all = topicsOf(phrases).flatMap(([, texts]) => texts);
    expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([]);
  });
  it('has the word groups of English', () => {
    expect(Object.keys(groupsOf(phrases)).sort()).toEqual(Object.keys(groupsOf(read('en', 'phrases.json'))).sort());
  });
  it('never speaks of entry points, or of ways around limits', () => {
    const text = JSON.stringify(topics.map((topic) => faq[topic]));
    expect(text).not.toMatch(/entry point|punto de entrada|\bvpn\b|\bproxy\b|back ?door/i);
  });
});
