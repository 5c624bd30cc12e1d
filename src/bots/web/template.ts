import { languageName } from '../reply/language-name.ts';

/** The words of a page in a language. */
export interface TemplateTexts {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Readonly<Record<string, string>>;
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Texts under longer keys: `title` as `web.title`. */
export function prefixed(prefix: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));
}

/** A page in a language: `{{key}}` becomes the escaped text of that key; `data` goes along as JSON for the script. */
export function fillTemplate(
  template: string,
  page: TemplateTexts,
  languages: readonly string[],
  data: unknown = page,
): string {
  const names = new Map(languages.map((language) => [language, languageName(language)]));
  const options = [...names].map(([language, name]) => {
    const selected = language === page.language ? ' selected' : '';
    return `<option value="${escapeHtml(language)}" lang="${escapeHtml(language)}"${selected}>${escapeHtml(name)}</option>`;
  });
  return template
    .replace(/\{\{([\w.-]+)\}\}/g, (match, key: string) => {
      const text = page.texts[key];
      return text === undefined ? match : escapeHtml(text);
    })
    .replace('<html lang="en" dir="ltr">', () => `<html lang="${escapeHtml(page.language)}" dir="${page.direction}">`)
    .replace('{{page.languages}}', () => options.join(''))
    .replace('"{{page.data}}"', () => scriptJson(data));
}

/** JSON that cannot end the script element that holds it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
