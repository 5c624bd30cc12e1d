import { mix, multiply } from './blend.ts';
import { decisionFor } from './topics.ts';
import type { FaqModel, Question } from './types.ts';
import type { Understand, Understanding } from './understand.ts';

/** How the reader of a dialogue writes down what was answered before. */
const PREVIOUS_ANSWER = /^\s*previous answer:\s*([a-z_]+)\s*$/i;

/** Longer messages stand for themselves. */
const MAX_FOLLOW_UP_WORDS = 10;
/** A message of some words that is this sure of its topic needs no context. */
const SURE = 0.8;
const MIN_SURE_WORDS = 4;
/** How much the talk before counts against the message itself. */
const PRIOR_WEIGHT = 0.5;
const TOGETHER_WEIGHT = 0.6;
/** Share of the talk before that is taken to have moved on to any topic. */
const MOVED_ON = 0.35;

/** The topics of a message in the light of what was said before it. */
export function inContext(
  { context, lastTopic, text }: Question,
  alone: Understanding,
  understand: Understand,
  model: FaqModel,
): Float64Array {
  const previous = context === undefined ? undefined : PREVIOUS_ANSWER.exec(context)?.[1];
  const topic = previous ?? lastTopic;
  const words = previous === undefined ? context?.trim() : undefined;
  if ((topic === undefined && !words) || standsAlone(alone, model)) return alone.topics;
  const factors: [Float64Array, number][] = [[alone.topics, 1]];
  if (topic !== undefined && model.topics.includes(topic)) {
    factors.push([movedOn(Float64Array.from(model.topics, (other) => (other === topic ? 1 : 0))), PRIOR_WEIGHT]);
  }
  if (words) {
    factors.push([movedOn(understand(words).topics), PRIOR_WEIGHT]);
    factors.push([understand(`${words} ${text}`).topics, TOGETHER_WEIGHT]);
  }
  return multiply(...factors);
}

function standsAlone({ topics, wordCount, knownRatio }: Understanding, model: FaqModel): boolean {
  if (wordCount > MAX_FOLLOW_UP_WORDS || wordCount === 0 || knownRatio < model.thresholds.known) return true;
  const best = topics.indexOf(Math.max(...topics));
  if (topics[best]! < SURE) return false;
  const decision = decisionFor(model.topics[best]!);
  return wordCount >= MIN_SURE_WORDS || decision === 'smalltalk' || decision === 'refuse';
}

function movedOn(topics: Float64Array): Float64Array {
  const anything = new Float64Array(topics.length).fill(1 / topics.length);
  return mix([
    [topics, 1 - MOVED_ON],
    [anything, MOVED_ON],
  ]);
}
