import { SettingError } from '../../community/index.ts';
import type { IncomingMessage, Reply } from '../../platform.ts';
import { errorReply } from '../error-reply.ts';
import type { ConversationParts } from '../parts.ts';
import { answerVerbs } from './answer-verbs.ts';
import { problemText } from './problem-text.ts';
import { questionVerbs } from './question-verbs.ts';
import { said, type Verb } from './request.ts';
import { overview, settingVerbs } from './setting-verbs.ts';
import { weekReply } from './week-reply.ts';

/** What moderators can ask for, by the word that they begin with; without one, the settings are shown. */
const VERBS: Readonly<Record<string, Verb>> = {
  ...settingVerbs,
  ...answerVerbs,
  ...questionVerbs,
  week: async ({ parts, t, language, communities, community }) =>
    weekReply({ t, language, analyser: parts.analyser, counts: await communities.lastWeek(community) }),
  console: async ({ parts, t, language, community, role }) => {
    const link = await parts.consoleLink?.(community, role);
    if (link === undefined) return said(language, t('chat:errors.lost-question'));
    const reply: Reply = {
      tone: 'plain',
      language,
      paragraphs: [
        { kind: 'headline', text: t('chat:moderators.openConsole') },
        { kind: 'text', text: link },
        { kind: 'note', text: t('chat:moderators.console') },
      ],
      buttons: [],
    };
    const orElse = said(language, t('chat:moderators.privateFirst'));
    return { ...said(language, t('chat:moderators.sentPrivately')), privately: { reply, orElse } };
  },
};

/** The words by which moderators can begin, for suggestions. */
export const VERB_NAMES: readonly string[] = Object.keys(VERBS);

/** What a moderator asks for, in `words` or by a button that stands for them; nobody else gets it. */
export async function respondToModerator(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  words: string,
): Promise<Reply> {
  const { communities, translator, log, settings } = parts;
  const { community, moderatorRole: role, platform } = message;
  const t = translator.t(language);
  if (community === undefined || communities === undefined || settings === undefined)
    return said(language, t('chat:moderators.onlyHere'));
  if (role === undefined) return said(language, t('chat:moderators.notAllowed'));
  const [verb = ''] = words.trim().split(/\s+/);
  const rest = words.trim().slice(verb.length).trim();
  log.info({ event: 'moderation', platform, locale: language });
  try {
    const request = { parts, message, t, language, communities, community, settings, role, rest };
    const found = Object.hasOwn(VERBS, verb.toLowerCase()) ? VERBS[verb.toLowerCase()] : undefined;
    return await (found ?? overview)(request);
  } catch (error) {
    if (error instanceof SettingError) return said(language, problemText(t, error));
    log.error({ event: 'moderation-failed', platform, error });
    return errorReply(t, language, error, 'lost-question');
  }
}
