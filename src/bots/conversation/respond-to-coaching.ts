import { decodeRejection } from '../../faq/index.ts';
import type { IncomingMessage, Reply } from '../platform.ts';
import type { ButtonAction } from './button-action.ts';
import { cardReply } from './coaching/card-reply.ts';
import { decoderInvitation, decoderReply } from './coaching/decoder-reply.ts';
import { askForName, type DialogueTurn, takeBirthDate } from './coaching/name-dialogue.ts';
import { planReply } from './coaching/plan-reply.ts';
import { providerChosenReply, providersReply } from './coaching/provider-text.ts';
import { quizReply } from './coaching/quiz-reply.ts';
import type { ConversationParts } from './parts.ts';

/** The actions that help with the next photo. */
export type CoachingAction = Exclude<
  ButtonAction,
  {
    readonly kind:
      | 'topic'
      | 'judge-as'
      | 'why'
      | 'helpful'
      | 'languages'
      | 'language'
      | 'retake'
      | 'escalate'
      | 'taken'
      | 'closed';
  }
>;

/** What a button of the coaching asks for; undefined when it means nothing (any more). */
export async function respondToCoaching(
  parts: ConversationParts,
  { platform, talk, text }: IncomingMessage,
  language: string,
  action: CoachingAction,
): Promise<Reply | undefined> {
  const { memory } = parts;
  const t = parts.translator.t(language);
  const remembered = await memory.recall(talk);
  parts.log.info({ event: action.kind, platform, locale: language });
  const said = (words: string): Reply => ({
    tone: 'plain',
    language,
    paragraphs: [{ kind: 'text', text: words }],
    buttons: [],
  });
  const follow = async ({ reply, ...next }: DialogueTurn): Promise<Reply> => {
    await memory.remember(talk, next);
    return reply;
  };
  switch (action.kind) {
    case 'plan':
      return planReply(t, language, remembered.lastPart && remembered.photos?.[remembered.lastPart]);
    case 'card': {
      const photos = remembered.photos ?? {};
      return cardReply(t, language, photos, Object.values(photos), parts.analyser);
    }
    case 'copy':
      await memory.remember(talk, { expects: 'copy' });
      return said(t('chat:copy.ask'));
    case 'forget':
      await memory.forget(talk);
      return { ...said(t('chat:forgotten')), forgets: true };
    case 'name':
      return follow(askForName(t, language));
    case 'skip':
      if (remembered.expects !== 'birth-date') return undefined;
      return follow(takeBirthDate(t, language, undefined, remembered.details ?? {}));
    case 'stop':
      await memory.remember(talk, { expects: undefined, details: undefined });
      return said(t('chat:quiz.stopped'));
    case 'decode':
      if (text?.trim()) return decoderReply(t, language, decodeRejection(text));
      await memory.remember(talk, { expects: 'rejection' });
      return decoderInvitation(t, language);
    case 'providers':
      return providersReply(t, language);
    case 'provider': {
      const reply = providerChosenReply(t, language, action.id);
      if (reply) await memory.remember(talk, { provider: action.id });
      return reply;
    }
    case 'quiz':
      return quizReply(t, language, action.of, action.answers);
  }
}
