import { lookalikes } from '../community/index.ts';
import type { IncomingMessage, Reply } from '../platform.ts';
import type { ConversationParts } from './parts.ts';

/** A warning under a link that looks like an official one and is none; a dry run only counts. */
export async function warnOfLookalikes(
  { settings, communities, translator, log }: ConversationParts,
  { community, isPublic, platform }: IncomingMessage,
  language: string,
  text: string,
): Promise<Reply | undefined> {
  if (settings === undefined || community === undefined || !isPublic || settings.scamGuard === 'off') return undefined;
  const found = lookalikes(text, settings.officialLinks);
  if (found.length === 0) return undefined;
  log.info({ event: 'lookalike', platform });
  await communities?.count(community, settings.scamGuard === 'on' ? 'scam:link' : 'scam:link:dry-run');
  if (settings.scamGuard !== 'on') return undefined;
  // Written so that it cannot be followed.
  const names = found.map((host) => host.replaceAll('.', '[.]'));
  const words = translator.t(language)('chat:public.lookalike', { names, official: settings.officialLinks });
  return { tone: 'bad', language, paragraphs: [{ kind: 'text', text: words }], buttons: [] };
}
