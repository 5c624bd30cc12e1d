import { type FeatureViews, type Reader, readFeatures } from '../features.ts';
import { decisionFor, OUT_OF_SCOPE } from '../topics.ts';
import type { Phrases } from '../types.ts';
import { gibberish, withTypos } from './disturb.ts';
import { expandPhrase, groupsOf, topicsOf } from './expand.ts';
import { createRandom, shuffled } from './random.ts';

/** A text to learn from. */
export interface Example {
  readonly text: string;
  readonly topic: string;
  readonly language: string;
  /** Number of the phrase that it comes from: variants of one phrase must not be spread over training and test. */
  readonly source: number;
  /** The variants of a phrase share its weight. */
  readonly weight: number;
  /** It is the phrase itself, not a disturbed variant: only these are tested on. */
  readonly isOriginal: boolean;
  readonly views: FeatureViews;
}

/** Keeps the training time bounded however many languages there are. */
const MAX_EXAMPLES = 125_000;
const MAX_VARIANTS = 8;
const MAX_DISTURBED = 3;
/** On the average of all phrases: where there are very many, they vary enough by themselves. */
const MIN_DISTURBED = 0.35;
const GIBBERISH_COUNT = 150;
const SHORT_GREETING_WORDS = 3;
const SEED = 20261123;

/** Turns the phrases of all languages into examples, with the disturbances of real life added. */
export function makeExamples(phrases: ReadonlyMap<string, Phrases>, reader: Reader): readonly Example[] {
  const random = createRandom(SEED);
  const { variants, disturbances } = shareOut([...phrases.values()]);
  const examples: Example[] = [];
  let source = 0;
  const counts = new Map([...phrases].map(([language, ofLanguage]) => [language, countOf(ofLanguage)]));
  const mean = [...counts.values()].reduce((a, b) => a + b, 0) / counts.size;
  for (const [language, ofLanguage] of phrases) {
    // A language with few phrases is heard as well as one with many.
    const share = Math.sqrt(mean / counts.get(language)!);
    const groups = groupsOf(ofLanguage);
    const openings = shortGreetings(ofLanguage);
    for (const [topic, texts] of topicsOf(ofLanguage)) {
      const expanded = texts.map((text) => expandPhrase(text, groups, variants, random));
      for (const originals of expanded) {
        const disturbed = disturbancesOf(topic, originals, expanded, openings, random).slice(
          0,
          Math.floor(disturbances + random()),
        );
        const weight = share / Math.sqrt(originals.length + disturbed.length);
        const make = (text: string, isOriginal: boolean): Example => ({
          text,
          topic,
          language,
          source,
          weight,
          isOriginal,
          views: readFeatures(text, reader),
        });
        examples.push(
          ...originals.map((text, n) => make(text, n === 0)),
          ...disturbed.map((text) => make(text, false)),
        );
        source += 1;
      }
    }
    for (let n = 0; n < GIBBERISH_COUNT / phrases.size; n += 1) {
      const text = gibberish(random);
      const views = readFeatures(text, reader);
      examples.push({ text, topic: OUT_OF_SCOPE, language, source, weight: 1, isOriginal: false, views });
      source += 1;
    }
  }
  return examples;
}

const countOf = (phrases: Phrases): number => topicsOf(phrases).reduce((sum, [, texts]) => sum + texts.length, 0);

/** How many variants of a phrase with slots, and how many disturbed ones of every phrase, fit into the bound. */
function shareOut(all: readonly Phrases[]): { readonly variants: number; readonly disturbances: number } {
  const texts = all.flatMap((phrases) => topicsOf(phrases).flatMap(([, ofTopic]) => ofTopic));
  const slotted = texts.filter((text) => /[({]/.test(text)).length;
  const within = (low: number, high: number, value: number) => Math.max(low, Math.min(high, value));
  // Slots say on purpose what may stand there, so they come first; slips of the finger take what is left.
  const variants = Math.floor(within(2, MAX_VARIANTS, MAX_EXAMPLES / 3 / Math.max(1, slotted)));
  const left = MAX_EXAMPLES - texts.length - slotted * (variants - 1);
  return { variants, disturbances: within(MIN_DISTURBED, MAX_DISTURBED, left / Math.max(1, texts.length)) };
}

/** The same message with slips of the finger, after a greeting, and beside another of its topic; in another order each time. */
function disturbancesOf(
  topic: string,
  originals: readonly string[],
  ofTopic: readonly (readonly string[])[],
  openings: readonly string[],
  random: () => number,
): readonly string[] {
  const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const pick = () => oneOf(originals) ?? '';
  const misspelt = withTypos(pick(), random);
  if (decisionFor(topic) === 'smalltalk') return [misspelt];
  return shuffled([misspelt, `${oneOf(openings) ?? ''} ${pick()}`, `${pick()}. ${oneOf(ofTopic)?.[0] ?? ''}`], random);
}

function shortGreetings(phrases: Phrases): readonly string[] {
  const groups = groupsOf(phrases);
  return topicsOf(phrases)
    .filter(([topic]) => decisionFor(topic) === 'smalltalk')
    .flatMap(([, texts]) => texts.flatMap((text) => expandPhrase(text, groups, 1, () => 0)))
    .filter((text) => text.split(' ').length <= SHORT_GREETING_WORDS);
}
