import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInstance, type TFunction } from 'i18next';
import { z } from 'zod';
import { addFormatters } from './formatters.ts';

/** The language that is complete by definition; a text that another language lacks comes from here. */
export const REFERENCE_LANGUAGE = 'en';

/** Texts of one namespace: strings, lists of strings, and groups of both. */
type Texts = { readonly [key: string]: string | readonly string[] | Texts };
const texts: z.ZodType<Texts> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().min(1), z.array(z.string().min(1)), texts])),
);
const advice = z.record(
  z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  z.object({ name: z.string().min(1), why: z.string().min(1), do: z.string().min(1) }).catchall(z.string().min(1)),
);

/** The namespaces and what each file must look like. `phrases.json` is training data, not text to show. */
const namespaces = { advice, faq: texts, chat: texts } as const;

/** Gives the text of a key in one language; see i18next's `t`. */
export type Translate = TFunction;

/** Texts in every language that has a folder. */
export interface Translator {
  /** The languages in alphabetical order, as BCP 47 tags: the names of the folders. */
  readonly languages: readonly string[];
  /** The texts of a language; an unknown one gives English. Keys are `namespace:path.to.text`. */
  t(language: string): Translate;
  /** The language of ours that fits a BCP 47 tag best: the same, or the same without region; undefined when none does. */
  closest(tag: string | undefined): string | undefined;
}

/** Reads `locales/<language>/*.json`. Throws an Error that names the file when one is not as it must be. */
export function createTranslator(localesDirectory: URL): Translator {
  const languages = readdirSync(localesDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    // Phrases alone make a language that is understood, and answered in another one.
    .filter((name) =>
      Object.keys(namespaces).some((file) => existsSync(new URL(`${name}/${file}.json`, localesDirectory))),
    )
    .sort();
  const resources = Object.fromEntries(
    languages.map((language) => [language, readLanguage(new URL(`${language}/`, localesDirectory))]),
  );
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    resources,
    lng: REFERENCE_LANGUAGE,
    fallbackLng: REFERENCE_LANGUAGE,
    ns: Object.keys(namespaces),
    defaultNS: 'chat',
    // Texts are plain everywhere; each adapter escapes for its own platform.
    interpolation: { escapeValue: false },
  });
  addFormatters(instance);
  return {
    languages,
    t: (language) => instance.getFixedT(language),
    closest(tag) {
      const wanted = tag?.toLowerCase();
      return (
        languages.find((language) => language.toLowerCase() === wanted) ??
        languages.find((language) => language.toLowerCase() === wanted?.split(/[-_]/)[0])
      );
    },
  };
}

function readLanguage(directory: URL): Record<string, Texts> {
  const read: Record<string, Texts> = {};
  for (const [namespace, schema] of Object.entries(namespaces)) {
    const file = new URL(`${namespace}.json`, directory);
    if (!existsSync(file)) continue;
    const result = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!result.success) throw new Error(`${file.pathname}: ${z.prettifyError(result.error)}`);
    read[namespace] = result.data;
  }
  return read;
}
