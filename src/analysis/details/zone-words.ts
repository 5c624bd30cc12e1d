import { FORMS, TRANSLITERATION } from './transliteration.ts';

/** No account and no document has a longer name; what lies beyond is not read. */
const MAX_NAME_LENGTH = 150;

/** A name as machine readable zones write it. */
export interface ZoneWords {
  /** The ways to write it, each as its words of A to Z. */
  readonly forms: readonly (readonly string[])[];
  /** States spell what is not Latin each in their own way. */
  readonly isTransliterated: boolean;
}

/**
 * What a person typed as the words of a machine readable zone would hold it: capitals of A to Z, apostrophes left out, all else
 * between words (ICAO 9303-3, 4.6). Undefined when it holds letters that no table knows, or none at all.
 */
export function zoneWords(typed: string): ZoneWords | undefined {
  const text = typed
    .slice(0, MAX_NAME_LENGTH)
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .replace(/['’ʼ`´]/g, '');
  const upper = text.replaceAll('ß', 'ẞ').replaceAll('ı', 'I').toUpperCase();
  const forms = Array.from({ length: FORMS }, (_, form) => [...upper].map((letter) => written(letter, form)).join(''));
  if (forms.some((form) => /[^A-Z ]/.test(form))) return undefined;
  const words = forms.map((form) => form.split(' ').filter((word) => word !== ''));
  if (words[0]!.length === 0) return undefined;
  return { forms: unique(words), isTransliterated: /\p{Script=Cyrillic}/u.test(upper) };
}

/** A letter in one of the ways of the table; what is no letter stands between words. */
function written(letter: string, form: number): string {
  const listed = TRANSLITERATION[letter];
  if (listed) return listed[form] ?? listed.at(-1)!;
  if (!/\p{L}|\p{M}/u.test(letter)) return ' ';
  return letter.normalize('NFD').replace(/\p{M}/gu, '');
}

function unique(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [list.join(' '), list])).values()];
}
