import { decodeRejection } from '../../faq/index.ts';
import type { IncomingMessage, Reply } from '../platform.ts';
import { decoderReply } from './coaching/decoder-reply.ts';
import { type DialogueTurn, takeBirthDate, takeName } from './coaching/name-dialogue.ts';
import type { ConversationParts } from './parts.ts';

/** What words mean that answer a question of ours, or that are a pasted rejection; undefined when they are neither. */
export async function respondInDialogue(
  { memory, translator, log }: ConversationParts,
  { talk, platform }: IncomingMessage,
  language: string,
  text: string,
): Promise<Reply | undefined> {
  const t = translator.t(language);
  const { expects, details = {} } = await memory.recall(talk);
  const follow = async ({ reply, ...next }: DialogueTurn): Promise<Reply> => {
    await memory.remember(talk, next);
    return reply;
  };
  if (expects === 'account-name') return follow(takeName(t, language, text));
  if (expects === 'birth-date') return follow(takeBirthDate(t, language, text, details));
  const decoded = decodeRejection(text);
  // What sounds like a rejection may be a question about one; a code is never an accident.
  const isPasted = decoded.meanings.length > 0 && (decoded.isCode || !/[?？؟]/.test(text));
  if (expects !== 'rejection' && !isPasted) return undefined;
  if (expects === 'rejection') await memory.remember(talk, { expects: undefined });
  log.info({ event: 'rejection', platform, locale: language, codes: decoded.meanings.map(({ cause }) => cause) });
  return decoderReply(t, language, decoded);
}
