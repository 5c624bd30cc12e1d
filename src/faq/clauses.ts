import type { SplitWords } from './words.ts';

/** Sentences end here in most scripts; a full stop inside a number or a name does not count. */
const END_OF_SENTENCE = /[.!?;:]+(?=\s|$)|[。！？；؟।…\n]+|\s[-–—]\s/u;
/** More than this is a story, in which single sentences say little. */
const MAX_CLAUSES = 8;
const MIN_CLAUSE_WORDS = 2;

/** The sentences of a text that say something, in order; a single one when it cannot be split. */
export function splitClauses(text: string, split: SplitWords): readonly string[] {
  const parts = splitKeepingMarks(text).filter((part) => split(part).length >= MIN_CLAUSE_WORDS);
  if (parts.length <= 1) return [text];
  return parts.slice(0, MAX_CLAUSES);
}

/** A question mark stays with its sentence: it is a word to the engine. */
function splitKeepingMarks(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  for (let end = END_OF_SENTENCE.exec(rest); end !== null; end = END_OF_SENTENCE.exec(rest)) {
    parts.push(rest.slice(0, end.index + end[0].length));
    rest = rest.slice(end.index + end[0].length);
  }
  return [...parts, rest].map((part) => part.trim());
}
