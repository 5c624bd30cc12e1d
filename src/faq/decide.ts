import { decisionFor } from './topics.ts';
import type { Choice, Decision, FaqModel } from './types.ts';

/** A decision, and what it is about. */
export interface Verdict {
  readonly decision: Decision;
  readonly topic: string | null;
  readonly choices: readonly Choice[];
  readonly score: number;
}

const MAX_CHOICES = 3;
/** A choice that is less probable than this would only confuse. */
const MIN_CHOICE_SCORE = 0.05;
/** From here a message that is no question of ours is called by its name, not only declined. */
const NAMED_SCORE = 0.3;
/** A message that asks for deceit this probably is not answered as if it were a question, whatever else it may be. */
const MAX_DANGER = 0.25;

/** Answer, offer a choice, or decline: what the probabilities of the topics allow. */
export function decide(probabilities: Float64Array, knownRatio: number, { topics, thresholds }: FaqModel): Verdict {
  const order = topics
    .map((topic, i) => ({ topic, score: probabilities[i]! }))
    .sort((a, b) => b.score - a.score || a.topic.localeCompare(b.topic));
  const answerable = order.filter(({ topic }) => decisionFor(topic) === 'answer');
  const ours = answerable.reduce((sum, { score }) => sum + score, 0);
  const declined: Verdict = { decision: 'fallback', topic: null, choices: [], score: 1 - ours };
  if (knownRatio < thresholds.known) return declined;
  const [best] = answerable;
  const danger = order.reduce((sum, { topic, score }) => sum + (decisionFor(topic) === 'refuse' ? score : 0), 0);
  if (best !== undefined && ours >= thresholds.ours && danger < MAX_DANGER) {
    const choices = answerable.slice(0, MAX_CHOICES).filter(({ score }) => score >= MIN_CHOICE_SCORE);
    if (best.score / ours >= thresholds.clear || choices.length < 2) return verdictOn(best);
    return { decision: 'choose', topic: null, choices, score: best.score };
  }
  const other = order.find(({ topic }) => decisionFor(topic) !== 'answer');
  return other === undefined || other.score < NAMED_SCORE ? declined : verdictOn(other);
}

function verdictOn({ topic, score }: Choice): Verdict {
  const decision = decisionFor(topic);
  return { decision, topic: decision === 'fallback' ? null : topic, choices: [], score };
}
