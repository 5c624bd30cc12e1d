import type { FaqModel } from './types.ts';
import type { Understanding } from './understand.ts';

/** The language of answers when nothing tells another. */
const DEFAULT_LANGUAGE = 'en';
/** Shorter texts are in no language for sure: "ok", "selfie kyc". */
const MIN_WORDS = 3;
const MIN_PROBABILITY = 0.65;
/** Below this share of known words it is another language that only looks like one of ours. */
const MIN_KNOWN_WORDS = 0.5;

/** The language to answer in: the one chosen, else the one that the text is clearly in, else English. */
export function answerLanguage(
  preferred: string | undefined,
  { languages, wordCount, knownWordRatio }: Understanding,
  model: FaqModel,
): string {
  if (preferred !== undefined) return preferred;
  const best = languages.indexOf(Math.max(...languages));
  if (wordCount < MIN_WORDS || languages[best]! < MIN_PROBABILITY || knownWordRatio < MIN_KNOWN_WORDS) {
    return DEFAULT_LANGUAGE;
  }
  return model.languages[best] ?? DEFAULT_LANGUAGE;
}
