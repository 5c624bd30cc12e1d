import { CHARACTER_VIEW } from '../features.ts';
import { type Vocabulary, vocabularyOf } from '../vector.ts';
import type { Example } from './examples.ts';

/** What the model knows: the hashes of its features, ascending, and how rare each is. */
export interface LearntVocabulary extends Vocabulary {
  readonly features: Uint32Array;
}

/** Phrases that must share a character n-gram or a pair of words before it is learnt: what occurs once is chance. */
const MIN_PHRASES = [2, 1, 2, 1] as const;
/** Bounds the model file: each feature costs 8 bytes and one per topic and language. */
const MAX_FEATURES = 400_000;

/** Collects the features of the examples; the most frequent ones when there are too many. */
export function learnVocabulary(examples: readonly Example[]): LearntVocabulary {
  const seen = new Map<number, { phrases: number; lastSource: number; view: number }>();
  const sources = new Set<number>();
  for (const { views, source } of examples) {
    sources.add(source);
    views.forEach((counts, view) => {
      for (const hash of counts.keys()) {
        const known = seen.get(hash);
        if (known === undefined) seen.set(hash, { phrases: 1, lastSource: source, view });
        else if (known.lastSource !== source) {
          known.phrases += 1;
          known.lastSource = source;
        }
      }
    });
  }
  const kept = [...seen]
    .filter(([, { phrases, view }]) => phrases >= MIN_PHRASES[view]!)
    .sort(([, a], [, b]) => b.phrases - a.phrases || a.view - b.view)
    .slice(0, MAX_FEATURES)
    .sort(([a], [b]) => a - b);
  const features = Uint32Array.from(kept, ([hash]) => hash);
  const rarity = Float32Array.from(kept, ([, { phrases, view }]) => {
    const idf = Math.log((1 + sources.size) / (1 + phrases));
    // Single letters of a word are rare for no reason; whole words are rare because they mean something.
    return view === CHARACTER_VIEW ? Math.min(idf, 7) : idf;
  });
  return { ...vocabularyOf(features, rarity), features };
}
