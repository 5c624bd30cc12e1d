import { findCanned } from '../community/index.ts';
import type { IncomingMessage, Reply } from '../platform.ts';
import { factsOf } from '../reply/answer-text.ts';
import type { ConversationParts } from './parts.ts';

/** The community's own answer that goes by these very words; undefined when there is none. */
export async function respondWithCanned(
  { settings, communities, translator, log }: ConversationParts,
  { community, platform }: IncomingMessage,
  language: string,
  text: string,
): Promise<Reply | undefined> {
  if (settings === undefined || community === undefined) return undefined;
  const canned = findCanned(settings, text, language, factsOf(translator.t(language)));
  if (canned === undefined) return undefined;
  log.info({ event: 'canned', platform, locale: canned.language });
  await communities?.count(community, `answer:${canned.name}`);
  const paragraphs = canned.text.split(/\n{2,}/).map((words) => ({ kind: 'text', text: words }) as const);
  return { tone: 'plain', language: canned.language, paragraphs, buttons: [] };
}
