import { type Provider, REJECTION_CODES } from './codes.ts';
import { REJECTION_WORDINGS } from './wordings.ts';

/** What a code or a sentence of a rejection stands for. */
export interface Decoded {
  /** A finding code of the analysis, or a cause of `chat:decoder.causes`. */
  readonly cause: string;
  /** Whose code it is and how it is written there; undefined for sentences. */
  readonly provider?: Provider | undefined;
  readonly code?: string | undefined;
}

/** What was made of a message; `isCode`: it holds something that looks like a code, known or not. */
export interface DecodedMessage {
  readonly meanings: readonly Decoded[];
  readonly isCode: boolean;
}

const MAX_MEANINGS = 3;
/** Share of a wording's letters in threes that a sentence must hold. */
const MIN_RESEMBLANCE = 0.8;
/** Longer messages are no rejections. */
const MAX_LENGTH = 2000;

interface Entry extends Decoded {
  readonly code: string;
  readonly provider: Provider;
}

const entries: readonly Entry[] = Object.entries(REJECTION_CODES).flatMap(([provider, causes]) =>
  Object.entries(causes).flatMap(([cause, codes]) =>
    codes.split(/\s+/).map((code) => ({ provider: provider as Provider, cause, code })),
  ),
);
const byKey = new Map<string, Entry[]>();
for (const entry of entries) byKey.set(keyOf(entry.code), [...(byKey.get(keyOf(entry.code)) ?? []), entry]);
const wordings = Object.entries(REJECTION_WORDINGS).flatMap(([cause, texts]) =>
  texts.map((text) => ({ cause, grams: gramsOf(plain(text)) })),
);

/**
 * What the codes and sentences of a pasted rejection mean. A number counts as a code only where the message says whose it is, or holds hardly
 * anything else; what is not known stays unknown.
 */
export function decodeRejection(message: string): DecodedMessage {
  const text = message.normalize('NFKC').slice(0, MAX_LENGTH);
  const candidates = candidatesOf(text);
  const named = providersIn(text);
  const known = candidates.flatMap((candidate) => byKey.get(keyOf(candidate)) ?? []);
  const ofNamed = named.length > 0 ? known.filter(({ provider }) => named.includes(provider)) : known;
  const meanings = distinct(ofNamed.length > 0 ? ofNamed : known);
  if (meanings.length > 0) return { meanings, isCode: true };
  return { meanings: sentenceMeanings(text), isCode: candidates.length > 0 };
}

function providersIn(text: string): readonly Provider[] {
  const lower = text.toLowerCase();
  return (Object.keys(REJECTION_CODES) as Provider[]).filter((provider) => lower.includes(provider.toLowerCase()));
}

/** What looks like a code: words joined by underscores, words in capitals or camel case, numbers where numbers are codes. */
function candidatesOf(text: string): readonly string[] {
  const words = text.match(/[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)+|[A-Za-z]{3,}|(?<![\w.])\d{3,4}(?![\w.])/g) ?? [];
  const isAlone = text.trim().split(/\s+/).length <= 3;
  const saysCode =
    isAlone ||
    providersIn(text).length > 0 ||
    /\b(?:reason|code|error|c[oó]digo|код|kod|代码|コード|코드|كود|kode|mã)\b/iu.test(text);
  const whole = isAlone && byKey.has(keyOf(text)) ? [text.trim()] : [];
  const codes = words.filter((word) => {
    if (/^\d/.test(word)) return saysCode;
    if (/[_]/.test(word)) return true;
    const isShouted = word === word.toUpperCase() && word.length >= 4 && text !== text.toUpperCase();
    return (isAlone || isShouted || /[a-z][A-Z]/.test(word)) && byKey.has(keyOf(word));
  });
  return [...whole, ...codes];
}

/** Written in capitals or not, joined by whatever: the same code. */
function keyOf(code: string): string {
  return code.toLowerCase().replace(/[\s_-]/g, '');
}

function sentenceMeanings(text: string): readonly Decoded[] {
  const sentences = text.split(/[.!?;\n。！？]+/).map((sentence) => gramsOf(plain(sentence)));
  const found = wordings
    .map(({ cause, grams }) => ({ cause, score: Math.max(...sentences.map((sentence) => shareOf(grams, sentence))) }))
    .filter(({ score }) => score >= MIN_RESEMBLANCE)
    .sort((a, b) => b.score - a.score);
  return distinct(found.map(({ cause }) => ({ cause })));
}

/** One meaning a cause, the first ones. */
function distinct(all: readonly Decoded[]): readonly Decoded[] {
  return all.filter(({ cause }, i) => all.findIndex((other) => other.cause === cause) === i).slice(0, MAX_MEANINGS);
}

/** Letters and digits alone, without case and marks. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function gramsOf(text: string): ReadonlySet<string> {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)));
}

function shareOf(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  let count = 0;
  for (const gram of wanted) if (held.has(gram)) count += 1;
  return count / wanted.size;
}
