import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFERENCE_LANGUAGE } from '../src/bots/reply/i18n.ts';
import { FINDING_CODES } from './support/finding-codes.ts';
import { ROOT } from './support/source-modules.ts';

type Texts = { readonly [key: string]: string | readonly string[] | Texts };

const LOCALES = new URL('locales/', ROOT);
const understood = readdirSync(LOCALES).sort();
const FILES = ['advice', 'chat', 'faq', 'phrases'] as const;
/** Texts that are shown; phrases are what people type. */
const SHOWN = ['advice', 'chat', 'faq'] as const;
/** Languages that the bot speaks; of the others it has phrases alone: it understands them and answers in English. */
const languages = understood.filter((language) => existsSync(new URL(`${language}/chat.json`, LOCALES)));
const PLURAL = /_(zero|one|two|few|many|other)$/;

const readTexts = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(new URL(`${language}/${file}.json`, LOCALES), 'utf8'));

/** Every text by its path, as `report.ready.document`. */
function flatten(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'string') return [[prefix + key, value]];
      // A list counts entry by entry.
      return [...flatten(value as Texts, `${prefix}${key}.`)];
    }),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, inside]) => inside!).toSorted();
const pluralBases = (paths: Iterable<string>) =>
  new Set([...paths].filter((path) => PLURAL.test(path)).map((path) => path.replace(PLURAL, '')));

/** The paths that a language must have: the reference's, with the plural forms of that language in the place of its own. */
function expectedPaths(reference: ReadonlyMap<string, string>, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const bases = pluralBases(reference.keys());
  return [
    ...[...reference.keys()].filter((path) => !bases.has(path.replace(PLURAL, '')) || !PLURAL.test(path)),
    ...[...bases].flatMap((base) => forms.map((form) => `${base}_${form}`)),
  ].toSorted();
}

/** What is wrong with the texts of a language, measured by those of the reference. */
function complaints(reference: Texts, texts: Texts, language: string): string[] {
  const known = flatten(reference);
  const own = flatten(texts);
  const expected = new Set(expectedPaths(known, language));
  const used = (path: string) => placeholders(known.get(path) ?? known.get(path.replace(PLURAL, '_other')) ?? '');
  return [
    ...[...expected].filter((path) => !own.has(path)).map((path) => `${path} is missing`),
    ...[...own.keys()].filter((path) => !expected.has(path)).map((path) => `${path} is not in ${REFERENCE_LANGUAGE}`),
    ...[...own].filter(([, text]) => text.trim() === '').map(([path]) => `${path} is empty`),
    ...[...own]
      .filter(([path, text]) => expected.has(path) && !samePlaceholders(path, placeholders(text), used(path)))
      .map(([path]) => `${path} does not use the same placeholders`),
  ];
}

/** `_one` may leave out the count, as in "one photo". */
function samePlaceholders(path: string, own: readonly string[], reference: readonly string[]): boolean {
  const without = (names: readonly string[]) => names.filter((name) => !PLURAL.test(path) || !name.startsWith('count'));
  return without(own).join() === without(reference).join();
}

describe.each(languages)('locales/%s', (language) => {
  it('has the four files', () => {
    expect(FILES.filter((file) => !existsSync(new URL(`${language}/${file}.json`, LOCALES)))).toEqual([]);
  });

  it.each(SHOWN)('has the texts of %s.json, with the same placeholders and its own plural forms', (file) => {
    expect(complaints(readTexts(REFERENCE_LANGUAGE, file), readTexts(language, file), language)).toEqual([]);
  });

  it('has advice for every finding code: what it is called, why it matters, what to do', () => {
    const advice = readTexts(language, 'advice');
    expect(Object.keys(advice).toSorted()).toEqual(FINDING_CODES.toSorted());
    expect(Object.keys(advice).filter((code) => !hasAdvice(advice[code] as Texts))).toEqual([]);
  });

  it('answers every topic that its phrases teach, and leads to every other answer by a button', () => {
    const faq = readTexts(language, 'faq');
    const groupsOfFaq = ['facts', 'decisions', 'terminal'];
    const answered = Object.keys(faq).filter((key) => !groupsOfFaq.includes(key));
    const taught = Object.keys(readTexts(language, 'phrases')).filter((key) => !key.startsWith('$'));
    const followUps = answered.flatMap((topic) => Object.values((faq[topic] as Texts)['followUps'] ?? []));
    // What lies outside our field has a decision, not an answer; a secret is found by its shape, not by phrases.
    expect(taught.filter((topic) => topic !== 'out_of_scope' && !answered.includes(topic))).toEqual([]);
    const reached = [...taught, ...followUps, 'secret_shared'];
    expect(answered.filter((topic) => !reached.includes(topic))).toEqual([]);
    expect(followUps.filter((topic) => !answered.includes(String(topic)))).toEqual([]);
  });
});

const hasAdvice = (texts: Texts): boolean => ['name', 'why', 'do'].every((part) => typeof texts[part] === 'string');

describe.each(understood)('the phrases of locales/%s', (language) => {
  it('teaches no phrase twice, be it for one topic or for two', () => {
    const phrases = Object.entries(readTexts(language, 'phrases'))
      .filter(([key]) => !key.startsWith('$'))
      .flatMap(([, list]) => list as readonly string[]);
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
  });

  it('teach every topic that English teaches, by enough phrases each', () => {
    const known = readTexts(language, 'phrases');
    const topics = Object.keys(readTexts(REFERENCE_LANGUAGE, 'phrases')).filter((key) => !key.startsWith('$'));
    const enough = language === REFERENCE_LANGUAGE ? 40 : 25;
    expect(topics.filter((topic) => ((known[topic] as readonly string[] | undefined)?.length ?? 0) < enough)).toEqual(
      [],
    );
  });
});

describe('the test of the texts itself', () => {
  const reference = { a: 'Hello {{name}}', photos_one: 'one photo', photos_other: '{{count}} photos' };

  it('finds what is missing, superfluous, empty or has other placeholders', () => {
    expect(complaints(reference, reference, 'en')).toEqual([]);
    expect(complaints(reference, { a: 'Hola {{name}}' }, 'en')).toHaveLength(2);
    expect(complaints(reference, { ...reference, b: 'x' }, 'en')).toHaveLength(1);
    expect(complaints({ a: 'x' }, { a: ' ' }, 'en')).toHaveLength(1);
    expect(complaints(reference, { ...reference, a: 'Hello {{nombre}}' }, 'en')).toHaveLength(1);
  });

  it('asks for the plural forms of the language, not for those of English', () => {
    const polish = {
      a: 'Cześć {{name}}',
      photos_one: 'a',
      photos_few: '{{count}} b',
      photos_many: '{{count}} c',
      photos_other: '{{count}} d',
    };
    expect(complaints(reference, polish, 'pl')).toEqual([]);
    expect(complaints(reference, { a: polish.a, photos_one: 'a', photos_other: '{{count}}' }, 'pl')).toHaveLength(2);
  });
});
