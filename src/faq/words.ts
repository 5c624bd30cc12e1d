import { normalise, stripMarks } from './normalise.ts';

/** Splits text into words; works for scripts without spaces too. */
export type SplitWords = (text: string) => readonly string[];

const NUMBER = /^\p{N}+$/u;
const HAS_LETTER = /[\p{L}\p{N}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/**
 * Makes the splitter. Its words are normalised and lower case, in the order of the text: "don't" becomes "dont",
 * a number becomes "0" (its value never tells a topic, its length might: "0" up to three digits, "00000" beyond).
 */
export function createWordSplitter(): SplitWords {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
  return (text) => {
    const words: string[] = [];
    for (const { segment, isWordLike } of segmenter.segment(normalise(text))) {
      if (isWordLike === true && HAS_LETTER.test(segment)) {
        const word = segment.replaceAll("'", '');
        words.push(NUMBER.test(word) ? (word.length <= 3 ? '0' : '00000') : word);
      } else if (segment.includes('?')) words.push('?');
      else if (PICTURE.test(segment) && words.at(-1) !== segment) words.push(segment);
    }
    return words;
  };
}

/** Whether a word is only the mark of a question. */
export const isMark = (word: string): boolean => word === '?';

/** The words without the marks on their letters. */
export const plainWords = (words: readonly string[]): readonly string[] => words.map(stripMarks);
