import type { Answer } from '../../faq/index.ts';
import type { IncomingMessage, Reply } from '../platform.ts';
import { answerQuestion } from './answer-question.ts';
import { errorReply } from './error-reply.ts';
import type { ConversationParts } from './parts.ts';
import { welcomeReply } from './welcome-reply.ts';

/** The answer to a question; nothing when people talk to each other and the bot is not sure. */
export function respondToText(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  text: string,
): readonly Reply[] {
  const startedMs = performance.now();
  try {
    const { answer, reply } = answerQuestion(parts, message, language, text);
    const durationMs = performance.now() - startedMs;
    const { decision, topic } = answer;
    parts.log.info({
      event: 'question',
      platform: message.platform,
      locale: answer.language,
      decision,
      topic: topic ?? undefined,
      durationMs,
    });
    if (topic === 'greeting' && isFirstContact(message)) {
      return [welcomeReply(parts.translator.t(reply.language), reply.language)];
    }
    return message.isToBot || isWorthSayingUnasked(answer) ? [reply] : [];
  } catch (error) {
    parts.log.error({ event: 'question-failed', platform: message.platform, locale: language, error });
    return message.isToBot ? [errorReply(parts.translator.t(language), language, error, 'lost-question')] : [];
  }
}

/** Whoever greets the bot for the first time has not heard yet what it is for. */
function isFirstContact({ isPublic, previousText, lastTopic }: IncomingMessage): boolean {
  return !isPublic && previousText === undefined && lastTopic === undefined;
}

/** Among people who talk to each other the bot speaks up only when it is sure, or to save a secret. */
function isWorthSayingUnasked({ decision, topic }: Answer): boolean {
  return decision === 'answer' || topic === 'secret_shared';
}
