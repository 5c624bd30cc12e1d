import type { Button } from '../platform.ts';
import type { ConversationParts } from './parts.ts';
import { POPULAR_TOPICS, topicButtons } from './question-reply.ts';

const MAX_SUGGESTIONS = 8;

/** What somebody who is still typing may want to ask: what the words are about, then what people often ask. */
export function suggestQuestions(
  { faq, translator, defaultLanguage }: Pick<ConversationParts, 'faq' | 'translator' | 'defaultLanguage'>,
  typed: string,
  languageHint: string,
): readonly Button[] {
  const language = translator.closest(languageHint) ?? defaultLanguage;
  const { decision, topic, alsoTopics, choices } = faq.answer({ text: typed, preferredLanguage: language });
  const meant =
    decision === 'answer' && topic !== null ? [topic, ...alsoTopics] : choices.map((choice) => choice.topic);
  const topics = [...new Set([...meant, ...POPULAR_TOPICS])];
  return topicButtons(translator.t(language), topics).slice(0, MAX_SUGGESTIONS);
}
