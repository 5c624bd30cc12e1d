import type { Reader } from '../features.ts';
import { logitsOf } from '../linear.ts';
import type { FaqModel, LinearHead, Phrases, WordGroups } from '../types.ts';
import { vectorOf } from '../vector.ts';
import { createGroupFinder } from '../word-groups.ts';
import { createWordSplitter } from '../words.ts';
import { fitTemperature, type HeldOut } from './calibrate.ts';
import { type Example, makeExamples } from './examples.ts';
import { groupsOf } from './expand.ts';
import { FIT_OPTIONS, type FitOptions, fitHead } from './fit.ts';
import { fitThresholds } from './thresholds.ts';
import { type LearntVocabulary, learnVocabulary } from './vocabulary.ts';

/** What the training found out about itself. */
export interface TrainingSummary {
  readonly phrases: number;
  readonly examples: number;
  readonly features: number;
  /** Share of held-out phrases whose best topic was right. */
  readonly heldOutAccuracy: number;
}

/** Each model of the cross-validation leaves one part out; so many parts are judged, which is enough phrases to set limits by. */
const FOLDS = 4;
const JUDGED_FOLDS = 1;
/** Languages differ in nearly every word: they are learnt sooner than topics, and from plain phrases alone. */
const LANGUAGE_EPOCHS = { epochs: 3, averaged: 2 };

/** Phrases as a model judges them that has not seen them: what temperature and thresholds are set by. */
export type HeldOutPhrases = readonly (HeldOut & { readonly text: string })[];

/** Judges a part of the phrases by a model that has learnt from the others. */
export function judgeHeldOut(phrases: ReadonlyMap<string, Phrases>): HeldOutPhrases {
  const { examples, topics } = gatherExamples(phrases);
  return crossValidate(examples, topics, () => true, JUDGED_FOLDS);
}

/**
 * Learns a model from the phrases of every language, by language code. The same phrases give the same model, byte by byte. `judging` is
 * `judgeHeldOut` of them, which takes as long as the rest and may run meanwhile elsewhere.
 */
export async function trainFaqModel(
  phrases: ReadonlyMap<string, Phrases>,
  fingerprint: string,
  judging: Promise<HeldOutPhrases>,
): Promise<{ readonly model: FaqModel; readonly summary: TrainingSummary }> {
  const { examples, topics, groups } = gatherExamples(phrases);
  const languages = [...phrases.keys()].sort();
  const vocabulary = learnVocabulary(examples);
  const topicHead = fitClasses(examples, vocabulary, topics, ({ topic }) => topic);
  const languageHead = fitClasses(
    examples.filter(({ isOriginal }) => isOriginal),
    vocabulary,
    languages,
    ({ language }) => language,
    { ...FIT_OPTIONS, ...LANGUAGE_EPOCHS },
  );
  const heldOut = await judging;
  const temperature = fitTemperature(heldOut);
  const model: FaqModel = {
    fingerprint,
    topics,
    languages,
    groups,
    features: vocabulary.features,
    rarity: vocabulary.rarity,
    topicHead,
    languageHead,
    temperature,
    thresholds: fitThresholds(heldOut, topics, temperature),
  };
  const right = heldOut.filter(({ logits, label }) => logits.indexOf(Math.max(...logits)) === label).length;
  return {
    model,
    summary: {
      phrases: examples.filter(({ isOriginal }) => isOriginal).length,
      examples: examples.length,
      features: vocabulary.features.length,
      heldOutAccuracy: right / heldOut.length,
    },
  };
}

/** The phrases of every language as examples, with the topics and word groups that they bring. */
export function gatherExamples(phrases: ReadonlyMap<string, Phrases>): {
  readonly examples: readonly Example[];
  readonly topics: readonly string[];
  readonly groups: WordGroups;
} {
  const groups = mergeGroups([...phrases.values()].map(groupsOf));
  const split = createWordSplitter();
  const reader: Reader = { split, findGroups: createGroupFinder(groups, split) };
  const examples = makeExamples(phrases, reader);
  return { examples, groups, topics: [...new Set(examples.map(({ topic }) => topic))].sort() };
}

/** Phrases as a model judges them that has not seen them. Phrases that are not `wanted` are only learnt from. */
export function crossValidate(
  examples: readonly Example[],
  topics: readonly string[],
  wanted: (example: Example) => boolean = () => true,
  judgedFolds = FOLDS,
): HeldOutPhrases {
  return Array.from({ length: judgedFolds }, (_, fold) => {
    const seen = examples.filter(({ source }) => source % FOLDS !== fold);
    const vocabulary = learnVocabulary(seen);
    const head = fitClasses(seen, vocabulary, topics, ({ topic }) => topic);
    return examples
      .filter((example) => example.source % FOLDS === fold && example.isOriginal && wanted(example))
      .map(({ text, views, topic }) => {
        const vector = vectorOf(views, vocabulary);
        return { text, logits: logitsOf(vector, head), label: topics.indexOf(topic), knownRatio: vector.knownRatio };
      });
  }).flat();
}

function fitClasses(
  examples: readonly Example[],
  vocabulary: LearntVocabulary,
  classes: readonly string[],
  classOf: (example: Example) => string,
  options: FitOptions = FIT_OPTIONS,
): LinearHead {
  const labelled = examples.map((example) => ({
    vector: vectorOf(example.views, vocabulary),
    label: classes.indexOf(classOf(example)),
    weight: example.weight,
  }));
  return fitHead(labelled, vocabulary.features.length, classes.length, options);
}

function mergeGroups(all: readonly WordGroups[]): WordGroups {
  const merged: Record<string, string[]> = {};
  for (const groups of all) {
    for (const [name, words] of Object.entries(groups)) {
      merged[name] = [...new Set([...(merged[name] ?? []), ...words])];
    }
  }
  return merged;
}
