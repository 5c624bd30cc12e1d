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
/** Brazil's number of a person, with its two check digits. */
const CPF = /(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g;
/** Letters of scripts that put no space between words. */
const UNSPACED = String.raw`[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]`;
/** Between a word like "password" and its value: "is", ":", "=", "->", in any language at most one short word. */
const LINK = String.raw`\s*(?:[:=]|->|\s\p{L}{1,6}\s*:?)\s*`;
const UNSPACED_LINK = String.raw`\s*(?:[:=]|->|${UNSPACED}{0,3}[:,、]?)\s*`;
/** What every value has, or what leads to it: most messages have neither. */
const SIGNS_OF_VALUE = /[\d:=]|->/;
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
    (link) => String.raw`\s*(?:[:=]|->)\s*\S{5,}\s*$|${link}(?=\S*\p{N})(?=\S*\p{L})\S{6,}`,
  );
  const codes = wordsBefore(groups.code_word, (link) => String.raw`(?:${link}|\s+)\d{4,8}(?!\S*(?!${UNSPACED})\p{L})`);
  const numbers = wordsBefore(
    groups.number_word,
    (link) => String.raw`(?:${link}|\s+)(?=(?:\S*\d){5})[\p{L}\d-]{6,20}`,
  );
  const errors = wordsBefore(groups.error_word, () => '');
  return (text) => {
    const plain = stripMarks(text.normalize('NFKC'));
    if (MRZ_LINE.test(plain) || (PRIVATE_KEY.test(plain) && !TRANSACTION.test(plain)) || SOCIAL_SECURITY.test(plain))
      return true;
    if ((plain.match(CARD_NUMBER) ?? []).some(passesLuhn) || plain.split(/[\n:]/).some(isSeedPhrase)) return true;
    if ((plain.match(CPF) ?? []).some(passesCpf)) return true;
    if (!SIGNS_OF_VALUE.test(plain)) return false;
    if (passwords(plain) || numbers(plain)) return true;
    return codes(plain) && !errors(plain);
  };
}

/** Whether one of the words comes before a value; `value` says what it looks like, given what may stand between. */
function wordsBefore(words: readonly string[] = [], value: (link: string) => string): (text: string) => boolean {
  const plain = words.map((word) => stripMarks(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const unspaced = plain.filter((word) => isUnspaced.test(word)).join('|');
  const spaced = plain.filter((word) => !isUnspaced.test(word)).join('|');
  const patterns = [
    spaced && new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])(?:${value(LINK)})`, 'iu'),
    unspaced && new RegExp(`(?:${unspaced})(?:${value(UNSPACED_LINK)})`, 'u'),
  ].filter((pattern) => pattern !== '');
  return (text) => patterns.some((pattern) => pattern.test(text));
}

const isUnspaced = new RegExp(UNSPACED, 'u');

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

/** Two check digits, modulo 11 (Receita Federal). */
function passesCpf(number: string): boolean {
  const digits = [...number].filter((sign) => sign >= '0' && sign <= '9').map(Number);
  const checkOf = (count: number) => {
    const sum = digits.slice(0, count).reduce((total, digit, i) => total + digit * (count + 1 - i), 0);
    return ((sum * 10) % 11) % 10;
  };
  return new Set(digits).size > 1 && checkOf(9) === digits[9] && checkOf(10) === digits[10];
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
