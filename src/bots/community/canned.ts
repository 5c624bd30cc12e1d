import { likeness } from './cluster.ts';
import { checkedSettings, SettingError, type Settings, wordsOfFacts } from './settings.ts';

/** A canned answer in the words of one language. */
export interface CannedAnswer {
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

/**
 * The answer that goes by this name or alias, in the language asked for, else in the community's, in English, or in any. Variables of its words are
 * filled from `facts`; an unknown one stays as it is. Undefined when nothing goes by that name.
 */
export function findCanned(
  settings: Settings,
  called: string,
  language: string,
  facts: Readonly<Record<string, string>>,
): CannedAnswer | undefined {
  const wanted = plain(called);
  if (wanted === '') return undefined;
  const found = Object.entries(settings.answers).find(([name, { aliases }]) =>
    [name, ...aliases].some((one) => plain(one) === wanted),
  );
  return found && inLanguage(settings, found, language, facts);
}

/** The answer that was given to questions like this one (redacted as they were), in the same way; undefined when none was. */
export function findTaught(
  settings: Settings,
  question: string,
  language: string,
  facts: Readonly<Record<string, string>>,
): CannedAnswer | undefined {
  const found = Object.entries(settings.answers).find(([, { phrases }]) => isLikeOneOf(question, phrases));
  return found && inLanguage(settings, found, language, facts);
}

/** The topic that questions like this one (redacted as they were) are of, as moderators said; undefined when they said nothing. */
export function taughtTopic({ phrases }: Settings, question: string): string | undefined {
  return Object.entries(phrases).find(([, known]) => isLikeOneOf(question, known))?.[0];
}

/** Nearer than what is shown together in a list: here nobody looks at it again before it is answered. */
const MIN_SAME = 0.65;

function isLikeOneOf(question: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => likeness(phrase, question) >= MIN_SAME);
}

function inLanguage(
  settings: Settings,
  [name, { texts }]: readonly [string, Settings['answers'][string]],
  language: string,
  facts: Readonly<Record<string, string>>,
): CannedAnswer | undefined {
  const spoken = [language, settings.language ?? '', 'en', ...Object.keys(texts)].find(
    (one) => texts[one] !== undefined,
  );
  if (spoken === undefined) return undefined;
  const values = { ...facts, ...wordsOfFacts(settings.facts) };
  const text = texts[spoken]!.replace(/\{\{(\w+)\}\}/g, (whole, variable: string) => values[variable] ?? whole);
  return { name, language: spoken, text };
}

/** The settings with the words of an answer in one language; empty words take that language away. Throws a SettingError. */
export function withAnswer(settings: Settings, name: string, language: string, text: string): Settings {
  const { [name]: before = { aliases: [], phrases: [], texts: {} }, ...others } = settings.answers;
  const { [language]: _, ...texts } = before.texts;
  const now = text === '' ? texts : { ...texts, [language]: text };
  const answers = Object.keys(now).length === 0 ? others : { ...others, [name]: { ...before, texts: now } };
  return checkedSettings({ ...settings, answers }, 'answers');
}

/** The settings with other names for an answer. Throws a SettingError, also when there is no such answer. */
export function withAliases(settings: Settings, name: string, aliases: readonly string[]): Settings {
  const answer = settings.answers[name];
  if (answer === undefined) throw new SettingError('answers');
  const answers = { ...settings.answers, [name]: { ...answer, aliases: [...aliases] } };
  return checkedSettings({ ...settings, answers }, 'answers');
}

/** The settings with one more phrase for a topic, or for an answer of the community's own, which gets a name made of it. Throws a SettingError. */
export function withPhrase(
  settings: Settings,
  phrase: string,
  means: { readonly topic: string } | { readonly language: string; readonly text: string },
): Settings {
  if ('topic' in means) {
    const known = settings.phrases[means.topic] ?? [];
    return checkedSettings(
      { ...settings, phrases: { ...settings.phrases, [means.topic]: [...known, phrase] } },
      'phrases',
    );
  }
  const name = freeName(settings, phrase);
  const answered = withAnswer(settings, name, means.language, means.text);
  const answer = { ...answered.answers[name]!, phrases: [phrase] };
  return checkedSettings({ ...answered, answers: { ...answered.answers, [name]: answer } }, 'answers');
}

const MAX_NAME = 30;

/** The first words of a phrase, with a number when another answer goes by them. */
function freeName({ answers }: Settings, phrase: string): string {
  const words = plain(phrase).slice(0, MAX_NAME).trim() || 'answer';
  for (let i = 1; ; i++) {
    const name = i === 1 ? words : `${words} ${i}`;
    if (answers[name] === undefined) return name;
  }
}

/** Every answer with the languages that it lacks of those that any answer has. */
export function completeness({
  answers,
}: Settings): readonly { readonly name: string; readonly has: readonly string[]; readonly lacks: readonly string[] }[] {
  const all = [...new Set(Object.values(answers).flatMap(({ texts }) => Object.keys(texts)))].sort();
  return Object.entries(answers).map(([name, { texts }]) => ({
    name,
    has: all.filter((language) => texts[language] !== undefined),
    lacks: all.filter((language) => texts[language] === undefined),
  }));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
