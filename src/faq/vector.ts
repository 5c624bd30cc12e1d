import { CHARACTER_VIEW, type FeatureViews, VIEW_WEIGHTS, WORD_VIEW } from './features.ts';

/** A text as weighted features. */
export interface TextVector {
  /** Places of the features in the vocabulary. */
  readonly indices: Int32Array;
  readonly values: Float32Array;
  /** Share of the text's character n-grams that the vocabulary knows, 0..1; 0 for a text without letters. */
  readonly knownRatio: number;
  /** The same of its words. */
  readonly knownWordRatio: number;
}

/** The features that are known, and how rare each is. */
export interface Vocabulary {
  /** The place of a feature by its hash; undefined when it is unknown. */
  indexOf(hash: number): number | undefined;
  readonly rarity: Float32Array;
}

/** An unknown feature weighs like one that is this rare: it must not make the known ones look sure. */
const UNKNOWN_RARITY = 4;

/** Weighs the features of a text by tf-idf; every view has the same length, whatever the length of the text. */
export function vectorOf(views: FeatureViews, vocabulary: Vocabulary): TextVector {
  const indices: number[] = [];
  const values: number[] = [];
  const known = views.map(() => 0);
  const shareKnown = (view: number) => {
    const total = [...(views[view]?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    return total === 0 ? 0 : known[view]! / total;
  };
  views.forEach((counts, view) => {
    const begin = values.length;
    let squares = 0;
    for (const [hash, count] of counts) {
      const index = vocabulary.indexOf(hash);
      const weight = (1 + Math.log(count)) * (index === undefined ? UNKNOWN_RARITY : vocabulary.rarity[index]!);
      squares += weight * weight;
      if (index === undefined) continue;
      known[view]! += count;
      indices.push(index);
      values.push(weight);
    }
    const scale = squares === 0 ? 0 : VIEW_WEIGHTS[view]! / Math.sqrt(squares);
    for (let i = begin; i < values.length; i += 1) values[i]! *= scale;
  });
  return {
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
    knownRatio: shareKnown(CHARACTER_VIEW),
    knownWordRatio: shareKnown(WORD_VIEW),
  };
}

/** A vocabulary over ascending hashes. */
export function vocabularyOf(features: Uint32Array, rarity: Float32Array): Vocabulary {
  return {
    rarity,
    indexOf(hash) {
      let low = 0;
      let high = features.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = features[middle]!;
        if (found === hash) return middle;
        if (found < hash) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
  };
}
