/** Discord's own tags for languages that it writes with a region (Reference, Locales); Arabic is not among its languages. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  en: ['en-US', 'en-GB'],
  es: ['es-ES', 'es-419'],
  pt: ['pt-BR'],
  zh: ['zh-CN', 'zh-TW'],
};
const PLAIN = [
  'id',
  'da',
  'de',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'ro',
  'fi',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'ja',
  'ko',
];

/** The tags under which Discord knows a language; none when it does not. */
export function discordLocales(language: string): readonly string[] {
  return TAGS[language] ?? (PLAIN.includes(language) ? [language] : []);
}
