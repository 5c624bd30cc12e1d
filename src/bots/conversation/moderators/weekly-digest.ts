import type { Communities } from '../../community/index.ts';
import type { ChatPlatform } from '../../platform.ts';
import type { ConversationParts } from '../parts.ts';
import { weekReply } from './week-reply.ts';

/** Monday, when the week before is over everywhere. */
const DAY = 1;
const HOUR_UTC = 12;

/** What the digest needs. */
export interface DigestParts extends Pick<ConversationParts, 'analyser' | 'translator' | 'log' | 'defaultLanguage'> {
  readonly communities: Communities;
  readonly platforms: readonly ChatPlatform[];
}

/** Tells the moderators of every community how the week went, when it is time; once, however many processes ask and however often. */
export async function sendDigests(parts: DigestParts, now: Date): Promise<void> {
  if (now.getUTCDay() !== DAY || now.getUTCHours() < HOUR_UTC) return;
  const { communities, platforms, log } = parts;
  for (const community of await communities.all()) {
    const platform = platforms.find(({ name }) => community.startsWith(`${name}:`));
    const { digest, escalateTo, language } = await communities.settingsOf(community);
    if (digest === 'off' || escalateTo === undefined || platform?.say === undefined) continue;
    const counts = await communities.lastWeek(community);
    if (counts.size === 0 || !(await communities.claim(`digest:${community}:${now.toISOString().slice(0, 10)}`)))
      continue;
    try {
      const spoken = parts.translator.closest(language) ?? parts.defaultLanguage;
      const t = parts.translator.t(spoken);
      const reply = await weekReply({ t, language: spoken, analyser: parts.analyser, counts });
      await platform.say(community, escalateTo, reply);
      log.info({ event: 'digest', platform: platform.name });
    } catch (error) {
      log.warn({ event: 'digest-failed', platform: platform.name, error });
    }
  }
}
