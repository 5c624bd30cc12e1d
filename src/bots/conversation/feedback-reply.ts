import type { Reply } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';
import { topicButtons } from './question-reply.ts';

/** What is said to "helpful" and "not helpful". */
export function feedbackReply(t: Translate, language: string, isHelpful: boolean): Reply {
  return {
    tone: 'plain',
    language,
    paragraphs: [{ kind: 'text', text: t(`chat:feedback.${isHelpful ? 'thanks' : 'sorry'}`) }],
    buttons: isHelpful ? [] : topicButtons(t, ['photo_tips', 'contact_support']),
  };
}
