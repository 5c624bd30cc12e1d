import type { FindGroups, GroupMatch } from './word-groups.ts';
import { isMark, plainWords, type SplitWords } from './words.ts';

/** Hashes of the features of a text with how often each occurs, one map per view of the text. */
export type FeatureViews = readonly ReadonlyMap<number, number>[];

/** The views, and how much each counts against the others. */
export const VIEW_WEIGHTS = [
  /** Beginnings, ends and middles of words: survives misspelling and inflection. */ 0.7,
  /** Whole words, with and without the marks on their letters. */ 0.8,
  /** Neighbouring words: keeps "not working" apart from "working". */ 0.9,
  /** Meanings, and which of them come together. */ 1.3,
] as const;

/** The view of character n-grams; what it does not know decides whether a text is understood at all. */
export const CHARACTER_VIEW = 0;

/** The view of whole words; what it knows tells whether a language is one of ours. */
export const WORD_VIEW = 1;

const MIN_GRAM = 2;
const MAX_GRAM = 5;
/** Pairs of meanings are counted for this many in a text; stories would have hundreds. */
const MAX_PAIRED_GROUPS = 8;

/** What turns text into features. */
export interface Reader {
  readonly split: SplitWords;
  readonly findGroups: FindGroups;
}

/** The feature of a whole word without its marks. */
export function wordFeature(plainWord: string): number {
  return hashOf(`w${plainWord}`);
}

/** Reads the features off a text. */
export function readFeatures(text: string, { split, findGroups }: Reader): FeatureViews {
  const words = split(text);
  const plain = plainWords(words);
  return [gramsOf(plain), wordsOf(words, plain), pairsOf(plain), meaningsOf(plain, findGroups(plain))];
}

function gramsOf(plain: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of plain) {
    if (isMark(word)) continue;
    const letters = [...`_${word}_`];
    for (let start = 0; start < letters.length; start += 1) {
      let hash = hashOf('g');
      for (let end = start; end < Math.min(start + MAX_GRAM, letters.length); end += 1) {
        hash = extendHash(hash, letters[end]!);
        if (end - start + 1 >= MIN_GRAM) add(counts, hash);
      }
    }
  }
  return counts;
}

function wordsOf(words: readonly string[], plain: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  words.forEach((word, i) => {
    add(counts, wordFeature(plain[i]!));
    if (word !== plain[i]) add(counts, hashOf(`m${word}`));
  });
  if (plain[0] !== undefined) add(counts, hashOf(`^${plain[0]}`));
  return counts;
}

function pairsOf(plain: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < plain.length; i += 1) {
    add(counts, hashOf(`p${plain[i]} ${plain[i + 1]}`));
    if (i + 2 < plain.length) add(counts, hashOf(`s${plain[i]} ${plain[i + 2]}`));
  }
  return counts;
}

/** Groups, pairs of groups in the text, and the words beside a group ("my" + document, "no" + photo). */
function meaningsOf(plain: readonly string[], matches: readonly GroupMatch[]): Map<number, number> {
  const counts = new Map<number, number>();
  const groups = [...new Set(matches.map(({ group }) => group))].sort();
  for (const group of groups) counts.set(hashOf(`c${group}`), 2);
  const paired = groups.slice(0, MAX_PAIRED_GROUPS);
  paired.forEach((first, i) => {
    for (const second of paired.slice(i + 1)) counts.set(hashOf(`d${first}+${second}`), 1);
  });
  for (const { group, start, end } of matches) {
    const before = plain[start - 1];
    const after = plain[end];
    if (before !== undefined) counts.set(hashOf(`b${before} ${group}`), 1);
    if (after !== undefined) counts.set(hashOf(`a${group} ${after}`), 1);
  }
  return counts;
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function extendHash(hash: number, letter: string): number {
  let extended = hash;
  for (let i = 0; i < letter.length; i += 1) extended = Math.imul(extended ^ letter.charCodeAt(i), 0x01000193);
  return extended >>> 0;
}
