import type { IncomingMessage, Reply } from '../platform.ts';
import type { ButtonAction } from './button-action.ts';
import { errorReply } from './error-reply.ts';
import { feedbackReply } from './feedback-reply.ts';
import { languagesReply } from './languages-reply.ts';
import { respondToTicket } from './moderators/respond-to-ticket.ts';
import type { ConversationParts } from './parts.ts';
import { questionReply, topicText } from './question-reply.ts';
import { respondToCoaching } from './respond-to-coaching.ts';
import { UserFacingError } from './user-facing-error.ts';
import { welcomeReply } from './welcome-reply.ts';
import { whyReply } from './why-reply.ts';

/** What a button asks for: a topic, a reason, a language, help with the next photo, or the request to send a photo again. */
export async function respondToButton(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  action: Exclude<ButtonAction, { readonly kind: 'retake' }>,
): Promise<Reply> {
  const { platform } = message;
  const t = parts.translator.t(language);
  const unknown = () => errorReply(t, language, new UserFacingError('bad-request'), 'lost-question');
  switch (action.kind) {
    case 'languages':
      return languagesReply(parts.translator, language);
    case 'language': {
      const chosen = parts.translator.closest(action.language) ?? language;
      return { ...welcomeReply(parts.translator.t(chosen), chosen), chosenLanguage: chosen };
    }
    case 'judge-as': {
      // The photo is forgotten by now; an adapter that still has it sends it again with `judgeAs` instead.
      const paragraphs = [{ kind: 'text', text: t(`chat:judgeAgain.${action.as}`) }] as const;
      return { tone: 'plain', language, paragraphs, buttons: [] };
    }
    case 'helpful':
      parts.log.info({ event: action.isHelpful ? 'helpful' : 'not-helpful', platform, locale: language });
      await noteVote(parts, message, language, action.isHelpful);
      return feedbackReply(t, language, action.isHelpful);
    case 'why':
      return whyReply(t, language, action.code, action.variant) ?? unknown();
    case 'topic': {
      const { topic } = action;
      if (topicText(t, topic, 'answer') === '') return unknown();
      parts.log.info({ event: 'topic', platform, locale: language, topic });
      return questionReply(t, { language, decision: 'answer', topic, alsoTopics: [], choices: [], score: 1 });
    }
    case 'escalate':
    case 'taken':
    case 'closed':
      return (await respondToTicket(parts, message, language, action)) ?? unknown();
    default:
      return (await respondToCoaching(parts, message, language, action)) ?? unknown();
  }
}

/** What did not help is kept for the moderators of a community, as what could not be answered is. */
async function noteVote(
  { communities, faq }: ConversationParts,
  { community, previousText }: IncomingMessage,
  language: string,
  isHelpful: boolean,
): Promise<void> {
  if (communities === undefined || community === undefined) return;
  await communities.count(community, `helpful:${isHelpful ? 'yes' : 'no'}`);
  if (isHelpful || previousText === undefined) return;
  await communities.noteUnanswered(community, { text: faq.redact(previousText), language, reason: 'unhelpful' });
}
