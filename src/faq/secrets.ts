import { stripMarks } from './normalise.ts';
import type { WordGroups } from './types.ts';

/** Whether a text holds something that must never be sent: a password, a code, a seed phrase, a number or line of a document. */
export type HoldsSecret = (text: string) => boolean;

/** Two or more `<` in a row or three in all, among capitals and digits: the machine readable zone (ICAO 9303). */
const MRZ_LINE = /(?:^|\s)(?=[A-Z0-9<]{20,44}(?:\s|$))(?=[^<\s]*<)[A-Z0-9]+<[A-Z0-9<]*<<?[A-Z0-9<]*/m;
const PRIVATE_KEY = /\b(?:0x)?[0-9a-fA-F]{64}\b|\b[5KL][1-9A-HJ-NP-Za-km-z]{50,51}\b|\bxprv[1-9A-HJ-NP-Za-km-z]{50,}/;
/** The hash of a transaction looks like a key but is public. */
const TRANSACTION = /\b(?:tx|txid|hash|transac)/i;
const SOCIAL_SECURITY = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/;
const CARD_NUMBER = /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/g;
/** Between a word like "password" and its value: "is", ":", "=", "->", in any language at most one short word. */
const LINK = String.raw`\s*(?:[:=]|->|\s\p{L}{1,4}\s*:?)\s*`;
/** Seed phrases have these many words (BIP 39), each of three to eight letters. */
const SEED_LENGTHS: readonly number[] = [12, 15, 18, 21, 24];
const SEED_WORD = /^[a-z]{3,8}$/;
/** Words that sentences are made of and the list of BIP 39 lacks; one of them is enough to see a sentence. */
const SENTENCE_WORDS = new Set(
  'the and for how does did was are but not get has have had its his her they them your you why when where what who which from still then than been were que por para como una los las con sin mis del pero esta'.split(
    ' ',
  ),
);

/** Makes the detector; which words mean "password" or "code" comes from the word groups of every language. */
export function createSecretFinder(groups: WordGroups): HoldsSecret {
  const passwords = wordsBefore(
    groups.password_word,
    String.raw`\s*(?:[:=]|->)\s*\S{5,}\s*$|${LINK}(?=\S*\p{N})(?=\S*\p{L})\S{6,}`,
  );
  const codes = wordsBefore(groups.code_word, String.raw`(?:${LINK}|\s+)\d{4,8}(?!\S*\p{L})`);
  const numbers = wordsBefore(groups.number_word, String.raw`(?:${LINK}|\s+)(?=(?:\S*\d){5})[\p{L}\d-]{6,20}`);
  const errors = wordsBefore(groups.error_word, '');
  return (text) => {
    const plain = stripMarks(text.normalize('NFKC'));
    if (MRZ_LINE.test(plain) || (PRIVATE_KEY.test(plain) && !TRANSACTION.test(plain)) || SOCIAL_SECURITY.test(plain))
      return true;
    if ((plain.match(CARD_NUMBER) ?? []).some(passesLuhn) || plain.split(/[\n:]/).some(isSeedPhrase)) return true;
    if (passwords?.test(plain) === true || numbers?.test(plain) === true) return true;
    return codes?.test(plain) === true && errors?.test(plain) !== true;
  };
}

function wordsBefore(words: readonly string[] | undefined, value: string): RegExp | undefined {
  if (words === undefined || words.length === 0) return undefined;
  const options = words.map((word) => stripMarks(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${options})(?![\\p{L}\\p{N}])(?:${value})`, 'iu');
}

function isSeedPhrase(line: string): boolean {
  const words = line
    .trim()
    .split(/[\s,]+/)
    .filter((word) => !/^\d{1,2}[.)]?$/.test(word));
  return (
    SEED_LENGTHS.includes(words.length) &&
    words.every((word) => SEED_WORD.test(word)) &&
    !words.some((word) => SENTENCE_WORDS.has(word))
  );
}

/** The check digit of payment cards (ISO/IEC 7812-1). */
function passesLuhn(number: string): boolean {
  const digits = [...number].filter((sign) => sign >= '0' && sign <= '9').map(Number);
  const sum = digits.reverse().reduce((total, digit, i) => {
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}
