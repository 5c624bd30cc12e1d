import { type Reader, readFeatures } from './features.ts';
import { logitsOf, softmax } from './linear.ts';
import type { FaqModel } from './types.ts';
import { type Vocabulary, vectorOf } from './vector.ts';

/** What the model makes of a text. */
export interface Understanding {
  /** Probability of each topic, in the order of `model.topics`. */
  readonly topics: Float64Array;
  /** Probability of each language, in the order of `model.languages`. */
  readonly languages: Float64Array;
  /** Share of its letters that look like anything learnt, 0..1. */
  readonly knownRatio: number;
  /** Share of its words that were learnt, 0..1. */
  readonly knownWordRatio: number;
  readonly wordCount: number;
}

/** Applies the model to a text. */
export type Understand = (text: string) => Understanding;

/** Makes the function that applies a model. */
export function createUnderstanding(model: FaqModel, vocabulary: Vocabulary, reader: Reader): Understand {
  return (text) => {
    const vector = vectorOf(readFeatures(text, reader), vocabulary);
    return {
      topics: softmax(logitsOf(vector, model.topicHead), model.temperature),
      languages: softmax(logitsOf(vector, model.languageHead)),
      knownRatio: vector.knownRatio,
      knownWordRatio: vector.knownWordRatio,
      wordCount: reader.split(text).filter((word) => word !== '?').length,
    };
  };
}
