import type { Decision } from './types.ts';

/** Topics that are not simply answered. Every other topic of the phrases is a question that has an answer. */
const SPECIAL_DECISIONS: ReadonlyMap<string, Decision> = new Map([
  ['greeting', 'smalltalk'],
  ['thanks', 'smalltalk'],
  ['other_account_issue', 'handoff'],
  ['circumvention', 'refuse'],
  ['injection', 'refuse'],
  ['secret_shared', 'refuse'],
  ['out_of_scope', 'fallback'],
]);

/** Not learnt from phrases: it is recognised by what a secret looks like. */
export const SECRET_TOPIC = 'secret_shared';

/** The class of everything that is none of our business; it has phrases but no answer. */
export const OUT_OF_SCOPE = 'out_of_scope';

/** What is done with a message about this topic when it is sure. */
export function decisionFor(topic: string): Decision {
  return SPECIAL_DECISIONS.get(topic) ?? 'answer';
}
