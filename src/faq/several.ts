import { mix, multiply } from './blend.ts';
import { decisionFor } from './topics.ts';
import type { FaqModel } from './types.ts';
import type { Understanding } from './understand.ts';

/** Small talk and asides beside a question say nothing about it. */
const ASIDE_WEIGHT = 0.1;
/** A sentence that is this surely a trick or an attack decides for the whole message. */
const REFUSE_SURE = 0.75;
/** How sure a second question must be: an answer that nobody asked for is worse than a question left open. */
const SECOND_QUESTION_SURE = 0.75;

/** What several sentences are about together: the whole and its parts have equal say. */
export function joinClauses(whole: Understanding, clauses: readonly Understanding[], model: FaqModel): Float64Array {
  if (clauses.length <= 1) return whole.topics;
  const refused = clauses.find(({ topics, knownRatio }) => {
    const best = bestOf(topics);
    return (
      decisionFor(model.topics[best]!) === 'refuse' &&
      topics[best]! >= REFUSE_SURE &&
      knownRatio >= model.thresholds.known
    );
  });
  if (refused !== undefined) return refused.topics;
  const parts = clauses.map(({ topics, knownRatio }) => {
    const best = bestOf(topics);
    const decision = decisionFor(model.topics[best]!);
    const isAside = decision === 'smalltalk' || decision === 'fallback';
    return [topics, (isAside ? ASIDE_WEIGHT : topics[best]!) * knownRatio] as const;
  });
  return multiply([whole.topics, 0.5], [mix(parts), 0.5]);
}

/** The topic of another question in the same message; undefined when there is none that is sure. */
export function secondTopic(main: string, clauses: readonly Understanding[], model: FaqModel): string | undefined {
  if (clauses.length <= 1) return undefined;
  const sure = clauses
    .map(({ topics }) => ({ topic: model.topics[bestOf(topics)]!, score: Math.max(...topics) }))
    .filter(({ topic, score }) => score >= SECOND_QUESTION_SURE && topic !== main && decisionFor(topic) === 'answer')
    .sort((a, b) => b.score - a.score);
  return sure[0]?.topic;
}

const bestOf = (topics: Float64Array): number => topics.indexOf(Math.max(...topics));
