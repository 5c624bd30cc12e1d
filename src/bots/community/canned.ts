import { SettingError, type Settings, settingsSchema } from './settings.ts';

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
  const found = Object.entries(settings.answers).find(([name, { aliases }]) =>
    [name, ...aliases].some((one) => plain(one) === wanted),
  );
  if (found === undefined || wanted === '') return undefined;
  const [name, { texts }] = found;
  const spoken = [language, settings.language ?? '', 'en', ...Object.keys(texts)].find(
    (one) => texts[one] !== undefined,
  );
  if (spoken === undefined) return undefined;
  const values = { ...facts, ...settings.facts };
  const text = texts[spoken]!.replace(/\{\{(\w+)\}\}/g, (whole, variable: string) => values[variable] ?? whole);
  return { name, language: spoken, text };
}

/** The settings with the words of an answer in one language; empty words take that language away. Throws a SettingError. */
export function withAnswer(settings: Settings, name: string, language: string, text: string): Settings {
  const { [name]: before = { aliases: [], texts: {} }, ...others } = settings.answers;
  const { [language]: _, ...texts } = before.texts;
  const now = text === '' ? texts : { ...texts, [language]: text };
  const answers = Object.keys(now).length === 0 ? others : { ...others, [name]: { ...before, texts: now } };
  return checked({ ...settings, answers });
}

/** The settings with other names for an answer. Throws a SettingError, also when there is no such answer. */
export function withAliases(settings: Settings, name: string, aliases: readonly string[]): Settings {
  const answer = settings.answers[name];
  if (answer === undefined) throw new SettingError('answers');
  return checked({ ...settings, answers: { ...settings.answers, [name]: { ...answer, aliases: [...aliases] } } });
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

function checked(settings: Settings): Settings {
  const result = settingsSchema.safeParse(settings);
  if (result.success) return result.data;
  throw new SettingError(result.error.issues[0]?.message ?? 'answers');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
