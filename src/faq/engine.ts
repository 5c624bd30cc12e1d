import { splitClauses } from './clauses.ts';
import { decide } from './decide.ts';
import { inContext } from './follow-up.ts';
import { answerLanguage } from './language.ts';
import { MAX_TEXT_CHARS } from './normalise.ts';
import { redact } from './redact.ts';
import { createSecretFinder } from './secrets.ts';
import { joinClauses, secondTopic } from './several.ts';
import { SECRET_TOPIC } from './topics.ts';
import type { Answer, FaqModel, Question } from './types.ts';
import { createUnderstanding } from './understand.ts';
import { vocabularyOf } from './vector.ts';
import { createGroupFinder } from './word-groups.ts';
import { createWordSplitter } from './words.ts';

/** Answers questions with topics. Pure: the same question gives the same answer. */
export interface FaqEngine {
  answer(question: Question): Answer;
  /** The text without anything that could tell who wrote it; see `redact.ts`. */
  redact(text: string): string;
  /** Every topic that it can tell. */
  readonly topics: readonly string[];
}

/** Puts the engine together around a trained model. */
export function createFaqEngine(model: FaqModel): FaqEngine {
  const split = createWordSplitter();
  const reader = { split, findGroups: createGroupFinder(model.groups, split) };
  const vocabulary = vocabularyOf(model.features, model.rarity);
  const understand = createUnderstanding(model, vocabulary, reader);
  const holdsSecret = createSecretFinder(model.groups);
  return {
    topics: model.topics,
    redact: (text) => redact(text.slice(0, MAX_TEXT_CHARS), vocabulary),
    answer(question) {
      const text = question.text.slice(0, MAX_TEXT_CHARS);
      const whole = understand(text);
      const language = answerLanguage(question.preferredLanguage, whole, model);
      if (holdsSecret(text)) {
        return { language, decision: 'refuse', topic: SECRET_TOPIC, alsoTopics: [], choices: [], score: 1 };
      }
      const parts = splitClauses(text, split);
      const clauses = parts.length === 1 ? [whole] : parts.map(understand);
      const joined = { ...whole, topics: joinClauses(whole, clauses, model) };
      const verdict = decide(inContext(question, joined, understand, model), whole.knownRatio, model);
      const second = verdict.decision === 'answer' ? secondTopic(verdict.topic!, clauses, model) : undefined;
      return { language, ...verdict, alsoTopics: second === undefined ? [] : [second] };
    },
  };
}
