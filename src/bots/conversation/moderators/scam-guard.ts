import { lookalikes, resemblesStaff } from '../../community/index.ts';
import type { IncomingMessage, Reply } from '../../platform.ts';
import type { ConversationParts } from '../parts.ts';
import { said } from './request.ts';

/** Moderators are told of one person once in so long. */
const SAME_NAME_MS = 24 * 60 * 60_000;

/** A warning under a link that looks like an official one and is none, which moderators hear of too; a dry run only counts. */
export async function warnOfLookalikes(
  { settings, communities, translator, log, defaultLanguage }: ConversationParts,
  { community, isPublic, platform, link }: IncomingMessage,
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
  const told = translator.t(defaultLanguage)('chat:moderators.linkLike', { link: link ?? '' });
  const { escalateTo: channel } = settings;
  return {
    ...said(language, words),
    tone: 'bad',
    ...(channel === undefined ? {} : { forwards: { channel, reply: said(defaultLanguage, told) } }),
  };
}

/** Tells moderators, and nobody else, of somebody who writes under a name like those of staff and is none of them; a dry run only counts. */
export async function tellOfImpostors(
  { settings, communities, cooldowns, translator, log, defaultLanguage }: ConversationParts,
  { community, isPublic, platform, talk, author, link }: IncomingMessage,
): Promise<Reply | undefined> {
  if (settings === undefined || community === undefined || !isPublic || author === undefined) return undefined;
  if (settings.scamGuard === 'off' || !resemblesStaff(author.displayName, settings.staffNames)) return undefined;
  if (!(await cooldowns.claim(`name:${talk}`, SAME_NAME_MS)) || (await author.isModerator())) return undefined;
  log.info({ event: 'impostor', platform });
  await communities?.count(community, settings.scamGuard === 'on' ? 'impostor' : 'impostor:dry-run');
  if (settings.scamGuard !== 'on' || settings.escalateTo === undefined) return undefined;
  const told = translator.t(defaultLanguage)('chat:moderators.staffLike', { link: link ?? '' });
  const reply = said(defaultLanguage, told);
  return { ...reply, isForwardOnly: true, forwards: { channel: settings.escalateTo, reply } };
}
