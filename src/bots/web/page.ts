import { readFileSync } from 'node:fs';
import type { Button } from '../platform.ts';
import { MAX_PHOTO_BYTES } from '../privacy.ts';
import type { Translate, Translator } from '../reply/i18n.ts';
import { languageName } from '../reply/language-name.ts';

/** The files of the page beside its HTML, by path. */
const ASSETS: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/icon.svg': { file: 'icon.svg', type: 'image/svg+xml' },
};

/** One file of the page. */
interface PageAsset {
  readonly type: string;
  readonly body: Buffer;
}

/** The page, read once. */
export interface Page {
  readonly assets: ReadonlyMap<string, PageAsset>;
  /** The HTML in a language. */
  html(language: string): string;
  /** The words that the page's script needs in a language. */
  texts(language: string): PageTexts;
}

/** Words and buttons for the page's script. */
interface PageTexts {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Readonly<Record<string, string>>;
  readonly popular: readonly Button[];
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** What the page is made of: its words and the questions that it offers. */
export interface PageParts {
  readonly translator: Translator;
  /** The questions that people often ask, as buttons in a language. */
  popularQuestions(language: string): readonly Button[];
}

/** Reads the page from its folder. */
export function readPage(directory: URL, { translator, popularQuestions }: PageParts): Page {
  const template = readFileSync(new URL('index.html', directory), 'utf8');
  const assets = new Map(
    Object.entries(ASSETS).map(([path, { file, type }]) => [
      path,
      { type, body: readFileSync(new URL(file, directory)) },
    ]),
  );
  const texts = (language: string): PageTexts => ({
    language,
    direction: RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr',
    texts: pageTexts(translator.t(language)),
    popular: popularQuestions(language),
  });
  return { assets, texts, html: (language) => fillTemplate(template, texts(language), translator.languages) };
}

function pageTexts(t: Translate): Record<string, string> {
  const web = t('chat:web', { returnObjects: true }) as Record<string, string>;
  const welcome = t('chat:welcome', { returnObjects: true }) as Record<string, string>;
  const kinds = t('chat:kinds', { returnObjects: true }) as Record<string, string>;
  return {
    ...prefixed('web', web),
    ...prefixed('welcome', welcome),
    ...prefixed('kinds', kinds),
    'errors.too-large': t('chat:errors.too-large', { maxSizeBytes: MAX_PHOTO_BYTES }),
    'errors.offline': t('chat:errors.offline'),
    'errors.lost': t('chat:errors.lost'),
  };
}

function prefixed(prefix: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));
}

/** `{{key}}` becomes the escaped text of that key; the rest of the words goes along as JSON for the script. */
function fillTemplate(template: string, page: PageTexts, languages: readonly string[]): string {
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
    .replace('"{{page.data}}"', () => scriptJson({ ...page, maxPhotoBytes: MAX_PHOTO_BYTES }));
}

/** JSON that cannot end the script element that holds it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
