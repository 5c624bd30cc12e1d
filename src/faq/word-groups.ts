import { stripMarks } from './normalise.ts';
import type { WordGroups } from './types.ts';
import type { SplitWords } from './words.ts';

/** An entry of a group: its words, and whether the last is only a beginning ("verif*"). */
interface Entry {
  readonly group: string;
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** A word or several that belong to a group, by position in the list of words. */
export interface GroupMatch {
  readonly group: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the groups in a list of plain words (without marks on letters). */
export type FindGroups = (plain: readonly string[]) => readonly GroupMatch[];

const SHORTEST_PREFIX_CHARS = 2;

/**
 * Word groups say that words mean the same, in every language: "passport", "licence" and "pasaporte" are all `document`.
 * They carry what was learnt from one phrase over to the words that no phrase has, and from one language to the next.
 */
export function createGroupFinder(groups: WordGroups, split: SplitWords): FindGroups {
  const exact = new Map<string, Entry[]>();
  const prefixes = new Map<string, Entry[]>();
  for (const [group, texts] of Object.entries(groups)) {
    for (const text of texts) {
      const isPrefix = text.endsWith('*');
      const words = split(stripMarks(isPrefix ? text.slice(0, -1) : text)).map(stripMarks);
      const first = words[0];
      if (first === undefined) continue;
      const index = isPrefix && words.length === 1 ? prefixes : exact;
      const entries = index.get(first) ?? [];
      entries.push({ group, words, isPrefix });
      index.set(first, entries);
    }
  }
  const fits = (entry: Entry, plain: readonly string[], start: number) =>
    entry.words.every((word, i) => {
      const other = plain[start + i];
      const isLast = i === entry.words.length - 1;
      return entry.isPrefix && isLast ? other?.startsWith(word) : other === word;
    });
  return (plain) => {
    const matches: GroupMatch[] = [];
    plain.forEach((word, start) => {
      const found = new Map<string, number>();
      const consider = (entry: Entry) => {
        if (!fits(entry, plain, start)) return;
        found.set(entry.group, Math.max(found.get(entry.group) ?? 0, start + entry.words.length));
      };
      exact.get(word)?.forEach(consider);
      for (let length = SHORTEST_PREFIX_CHARS; length <= word.length; length += 1) {
        prefixes.get(word.slice(0, length))?.forEach(consider);
      }
      for (const [group, end] of found) matches.push({ group, start, end });
    });
    return matches;
  };
}
