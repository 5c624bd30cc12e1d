/** The nouns of the FAQ engine, in the order in which the data flows: Phrases -> FaqModel; Question -> Understanding -> Answer. */

/** What people write for each topic, in one language; keys that begin with `$` are word groups (see `word-groups.ts`). */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** A message, and what is known of the talk before it. */
export interface Question {
  readonly text: string;
  /** The person's message before this one, or `previous answer: TOPIC`. */
  readonly context?: string | undefined;
  /** The topic that was answered last. */
  readonly lastTopic?: string | undefined;
  /** The language that the person chose, BCP 47; it wins over what the text looks like. */
  readonly preferredLanguage?: string | undefined;
}

/** What to do with a message. */
export type Decision = 'answer' | 'choose' | 'handoff' | 'refuse' | 'fallback' | 'smalltalk';

/** A topic and how probable it is, 0..1. */
export interface Choice {
  readonly topic: string;
  readonly score: number;
}

/** What to say, as codes; the words are found elsewhere. */
export interface Answer {
  /** The language to answer in, BCP 47: one that the model has been trained in. */
  readonly language: string;
  readonly decision: Decision;
  /** The topic to answer; null for `choose` and `fallback`. */
  readonly topic: string | null;
  /** Topics of further questions in the same message, at most one. */
  readonly alsoTopics: readonly string[];
  /** For `choose`: up to three topics, the most probable first; else empty. */
  readonly choices: readonly Choice[];
  /** How probable the topic is, 0..1; for `fallback` that no topic of ours is meant. */
  readonly score: number;
}

/** Where the decisions change; each is found by cross-validation on the phrases (see `train/thresholds.ts`). */
export interface Thresholds {
  /** Probability of all answerable topics together from which a message is taken for a question of ours. */
  readonly ours: number;
  /** Share of that probability which the best topic must hold to be answered; below it several are offered. */
  readonly clear: number;
  /** Share of the message that must be made of known features, 0..1; below it the message is not understood. */
  readonly known: number;
}

/** Everything that was learnt. */
export interface FaqModel {
  /** Changes whenever phrases or trainer do. */
  readonly fingerprint: string;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly groups: WordGroups;
  /** Hashes of the known features, ascending. */
  readonly features: Uint32Array;
  /** Inverse document frequency of each feature. */
  readonly rarity: Float32Array;
  readonly topicHead: LinearHead;
  readonly languageHead: LinearHead;
  /** Divides the logits so that probabilities mean what they say. */
  readonly temperature: number;
  readonly thresholds: Thresholds;
}

/** One linear layer: `logit[c] = bias[c] + scale[c] * sum(value[f] * weights[f * classes + c])`. */
export interface LinearHead {
  readonly weights: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

/** Words of the same meaning under one name, over all languages. */
export type WordGroups = Readonly<Record<string, readonly string[]>>;
