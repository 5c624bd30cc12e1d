import { type CannedAnswer, findCanned, findTaught } from '../../community/index.ts';
import type { IncomingMessage, Reply } from '../../platform.ts';
import { factsOf } from '../../reply/answer-text.ts';
import type { ConversationParts } from '../parts.ts';

/** The community's own answer that goes by these very words; undefined when there is none. */
export async function respondWithCanned(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  text: string,
): Promise<Reply | undefined> {
  const { settings, translator } = parts;
  const canned = settings && findCanned(settings, text, language, factsOf(translator.t(language)));
  return canned && shown(parts, message, canned);
}

/** The community's own answer to questions like this one, which the engine did not understand; undefined when there is none. */
export async function respondAsTaught(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  text: string,
): Promise<Reply | undefined> {
  const { settings, translator, faq } = parts;
  const canned = settings && findTaught(settings, faq.redact(text), language, factsOf(translator.t(language)));
  return canned && shown(parts, message, canned);
}

async function shown(
  { communities, log }: ConversationParts,
  { community, platform }: IncomingMessage,
  { name, language, text }: CannedAnswer,
): Promise<Reply | undefined> {
  if (community === undefined) return undefined;
  log.info({ event: 'canned', platform, locale: language });
  await communities?.count(community, `answer:${name}`);
  const paragraphs = text.split(/\n{2,}/).map((words) => ({ kind: 'text', text: words }) as const);
  return { tone: 'plain', language, paragraphs, buttons: [] };
}
