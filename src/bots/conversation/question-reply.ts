import type { Answer } from '../../faq/index.ts';
import type { Button, Reply } from '../platform.ts';
import { answerText, type OwnFact } from '../reply/answer-text.ts';
import type { Translate } from '../reply/i18n.ts';
import { writeAction } from './button-action.ts';

/** The questions that most people have; offered where somebody does not know what to ask. */
export const POPULAR_TOPICS: readonly string[] = [
  'rejected_what_next',
  'accepted_documents',
  'selfie_rules',
  'turnaround_time',
];

const MAX_FOLLOW_UPS = 3;

/** An answer of the FAQ engine as a reply, with what one may want to ask next as buttons. */
export function questionReply(t: Translate, answer: Answer, ownFacts?: Readonly<Record<string, OwnFact>>): Reply {
  // The titles to choose from are on the buttons already.
  const words = answer.decision === 'choose' ? t('faq:decisions.choose') : answerText(t, answer, ownFacts);
  const paragraphs = words
    .split(/\n{2,}/)
    .map((text) => ({ kind: 'text', text: text.trim() }) as const)
    .filter(({ text }) => text !== '');
  return {
    tone: 'plain',
    language: answer.language,
    paragraphs,
    buttons: topicButtons(t, nextTopics(t, answer)),
    topic: answer.topic ?? undefined,
  };
}

/** A button for each topic that has a title; a topic without words is left out. */
export function topicButtons(t: Translate, topics: readonly string[]): readonly Button[] {
  return topics
    .map((topic) => ({ label: topicText(t, topic, 'title'), action: writeAction({ kind: 'topic', topic }) }))
    .filter(({ label }) => label !== '');
}

/** One text of a topic; empty when there is no such topic. */
export function topicText(t: Translate, topic: string, part: 'title' | 'answer'): string {
  return t(`faq:${topic}.${part}`, { defaultValue: '' });
}

function nextTopics(t: Translate, answer: Answer): readonly string[] {
  if (answer.decision === 'choose') return answer.choices.map(({ topic }) => topic);
  if (answer.decision === 'fallback' || answer.decision === 'smalltalk') return POPULAR_TOPICS;
  if (answer.topic === null) return [];
  const followUps: unknown = t(`faq:${answer.topic}.followUps`, { returnObjects: true, defaultValue: [] });
  return Array.isArray(followUps) ? followUps.map(String).slice(0, MAX_FOLLOW_UPS) : [];
}
