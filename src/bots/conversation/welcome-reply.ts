import type { Reply } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';
import { writeAction } from './button-action.ts';
import { POPULAR_TOPICS, topicButtons } from './question-reply.ts';

/** The first words: what this is, what happens to a photo, and what people often ask. */
export function welcomeReply(t: Translate, language: string): Reply {
  return {
    tone: 'plain',
    language,
    paragraphs: [
      { kind: 'headline', text: t('chat:welcome.title') },
      { kind: 'text', text: t('chat:welcome.what') },
      { kind: 'note', text: t('chat:welcome.privacyMemory') },
      { kind: 'note', text: t('chat:welcome.privacyRole') },
    ],
    buttons: [
      ...topicButtons(t, POPULAR_TOPICS),
      { label: t('chat:buttons.quiz'), action: writeAction({ kind: 'quiz', answers: [] }) },
      { label: t('chat:web.language'), action: writeAction({ kind: 'languages' }) },
    ],
  };
}
