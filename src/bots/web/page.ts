import { readFileSync } from 'node:fs';
import type { Button } from '../platform.ts';
import { MAX_PHOTO_BYTES } from '../privacy.ts';
import type { Translate, Translator } from '../reply/i18n.ts';
import { directionOf, fillTemplate, prefixed, type TemplateTexts } from './template.ts';

/** The files of the page beside its HTML, by path. */
const ASSETS: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/colours.css': { file: 'colours.css', type: 'text/css; charset=utf-8' },
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
interface PageTexts extends TemplateTexts {
  readonly popular: readonly Button[];
}

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
    direction: directionOf(language),
    texts: pageTexts(translator.t(language)),
    popular: popularQuestions(language),
  });
  const html = (language: string) => {
    const page = texts(language);
    return fillTemplate(template, page, translator.languages, { ...page, maxPhotoBytes: MAX_PHOTO_BYTES });
  };
  return { assets, texts, html };
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
