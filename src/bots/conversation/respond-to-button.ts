import type { IncomingMessage, Reply } from '../platform.ts';
import type { ButtonAction } from './button-action.ts';
import { errorReply } from './error-reply.ts';
import { feedbackReply } from './feedback-reply.ts';
import { languagesReply } from './languages-reply.ts';
import type { ConversationParts } from './parts.ts';
import { questionReply, topicText } from './question-reply.ts';
import { UserFacingError } from './user-facing-error.ts';
import { welcomeReply } from './welcome-reply.ts';
import { whyReply } from './why-reply.ts';

/** What a button asks for: a topic, a reason, a language, or the request to send a photo again. */
export function respondToButton(
  parts: ConversationParts,
  { platform }: IncomingMessage,
  language: string,
  action: ButtonAction,
): Reply {
  if (action.kind === 'languages') return languagesReply(parts.translator, language);
  if (action.kind === 'language') {
    const chosen = parts.translator.closest(action.language) ?? language;
    return { ...welcomeReply(parts.translator.t(chosen), chosen), chosenLanguage: chosen };
  }
  const t = parts.translator.t(language);
  // The photo is forgotten by now; an adapter that still has it sends it again with `judgeAs` instead.
  if (action.kind === 'judge-as') {
    return {
      tone: 'plain',
      language,
      paragraphs: [{ kind: 'text', text: t(`chat:judgeAgain.${action.as}`) }],
      buttons: [],
    };
  }
  if (action.kind === 'helpful') {
    parts.log.info({ event: action.isHelpful ? 'helpful' : 'not-helpful', platform, locale: language });
    return feedbackReply(t, language, action.isHelpful);
  }
  const unknown = () => errorReply(t, language, new UserFacingError('bad-request'), 'lost-question');
  if (action.kind === 'why') return whyReply(t, language, action.code, action.variant) ?? unknown();
  if (topicText(t, action.topic, 'answer') === '') return unknown();
  parts.log.info({ event: 'topic', platform, locale: language, topic: action.topic });
  const { topic } = action;
  return questionReply(t, { language, decision: 'answer', topic, alsoTopics: [], choices: [], score: 1 });
}
