import { distance } from 'fastest-levenshtein';
import type { DetailsMismatch } from '../types.ts';
import type { Holder } from './holder.ts';
import { isNicknameOf } from './nicknames.ts';
import { zoneWords } from './zone-words.ts';

/** How a name differs from the document's, the mildest first. */
const KINDS = [
  'nickname',
  'order',
  'missing-part',
  'extra-part',
  'spelling',
  'different',
] as const satisfies readonly DetailsMismatch[];
export type NameMismatch = (typeof KINDS)[number];

/** Up to this many letters may differ in words of the length before it to count as a slip of the pen. */
const SLIPS: readonly (readonly [number, number])[] = [
  [8, 2],
  [4, 1],
];
/** What single-name people and forms put in the place of the name that is not there. */
const FILLERS = new Set(['FNU', 'LNU', 'NA', 'NONE', 'XX', 'XXX', 'UNKNOWN']);

/**
 * Compares the name of an account, in any order and with any diacritics, with the holder's. Undefined when they agree, or when the
 * name is in a script that cannot be compared.
 */
export function compareNames(typed: string, holder: Holder): NameMismatch | undefined {
  const words = zoneWords(typed);
  if (!words || holder.surname.length + holder.given.length === 0) return undefined;
  const found = words.forms.map((form) => compareWords(form, holder));
  if (found.includes(undefined)) return undefined;
  const mildest = KINDS.find((kind) => found.includes(kind));
  return mildest === 'spelling' && words.isTransliterated ? undefined : mildest;
}

function compareWords(typed: readonly string[], { surname, given, isTruncated }: Holder): NameMismatch | undefined {
  const all = [...given, ...surname];
  const joined = typed.join('');
  // Spaces, hyphens and which name comes first are no matter.
  if (joined === all.join('') || joined === [...surname, ...given].join('')) return undefined;
  const missing = without(all, typed);
  const extra = without(typed, all).filter((word) => !isOfSingleName(word, surname, given));
  if (isTruncated && isCutOff(extra, missing, all)) return undefined;
  if (extra.length === 0 && missing.length === 0) return typed.length === all.length ? 'order' : undefined;
  if (extra.length === 0) return 'missing-part';
  if (missing.length === 0) return 'extra-part';
  if (extra.join('') === missing.join('')) return undefined;
  return comparePairs(extra, missing);
}

/** The words of a list that are not in another, each as often as it is there more often. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** People with one name repeat it, or write a filler, where a form asks for two. */
function isOfSingleName(word: string, surname: readonly string[], given: readonly string[]): boolean {
  if (surname.length > 0 && given.length > 0) return false;
  return FILLERS.has(word) || surname.includes(word) || given.includes(word);
}

/** What the document lacks may have been cut off: the last of its words is the beginning of one, the others had no room. */
function isCutOff(extra: readonly string[], missing: readonly string[], all: readonly string[]): boolean {
  if (missing.length === 0) return true;
  return missing.length === 1 && all.includes(missing[0]!) && extra.some((word) => word.startsWith(missing[0]!));
}

/** Pairs what is left of both, each with the word that is most like it; the worst pair tells. */
function comparePairs(extra: readonly string[], missing: readonly string[]): NameMismatch {
  const left = [...missing];
  const pairs = extra.map((word): NameMismatch => {
    const kinds = left.map((other) => comparePair(word, other));
    const best = KINDS.find((kind) => kinds.includes(kind));
    if (best === undefined) return 'extra-part';
    left.splice(kinds.indexOf(best), 1);
    return best;
  });
  return [...KINDS].reverse().find((kind) => pairs.includes(kind))!;
}

function comparePair(a: string, b: string): NameMismatch {
  if (isNicknameOf(a, b)) return 'nickname';
  // An initial stands for the name.
  if (a.length === 1 && b.startsWith(a)) return 'missing-part';
  if (b.length === 1 && a.startsWith(b)) return 'extra-part';
  const length = Math.min(a.length, b.length);
  const slips = SLIPS.find(([from]) => length >= from)?.[1] ?? 0;
  return distance(a, b) <= slips ? 'spelling' : 'different';
}
