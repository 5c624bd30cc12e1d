import { createHash } from 'node:crypto';
import { completeness, findCanned, SettingError } from '../../community/index.ts';
import type { Reply } from '../../platform.ts';
import { factsOf } from '../../reply/answer-text.ts';
import { type Request, said, type Verb } from './request.ts';
import { pressing } from './setting-verbs.ts';

/** The community's own answers: kept, listed, and sent to people. */
export const answerVerbs: Readonly<Record<string, Verb>> = {
  answer: async ({ t, language, communities, community, role, rest }) => {
    const [, name, of, text = ''] = /^(\S+)\s+(\S+)\s*(.*)$/s.exec(rest) ?? [];
    if (name === undefined || of === undefined) throw new SettingError('answers');
    await communities.setAnswer(community, { name, language: of, text: text.trim() }, role);
    return said(language, t('chat:moderators.answerKept', { name, language: of }));
  },
  alias: async ({ t, language, communities, community, role, rest }) => {
    const [, name = '', list = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    const aliases = list.split(',').flatMap((alias) => alias.trim() || []);
    await communities.setAliases(community, name, aliases, role);
    return said(language, t('chat:moderators.changed', { name, before: '', now: aliases.join(', ') }));
  },
  answers: async ({ t, language, settings }) => {
    const lines = completeness(settings).map(
      ({ name, has, lacks }) => `${name}: ${[...has, ...lacks.map((one) => `(${one})`)].join(' ')}`,
    );
    return said(language, lines.length === 0 ? t('chat:moderators.noAnswers') : lines.join('\n'));
  },
  send: async (request) => send(request),
};

/** Telegram's menus hold 100 buttons, Discord's 25. */
const MAX_CHOICES = 25;

/** Says an answer in the channel, to the person or message that the command is about; without a known name, the answers to choose from. */
async function send(request: Request): Promise<Reply> {
  const { t, language, settings, message, parts, communities, community, rest } = request;
  const [, mark = '', about = message.about] = /^#([0-9a-f]{8})(?:\s+(\d{1,20}))?$/.exec(rest) ?? [];
  const called = Object.keys(settings.answers).find((name) => markOf(name) === mark) ?? rest;
  const canned = findCanned(settings, called, language, factsOf(t));
  if (canned === undefined || message.channel === undefined) {
    const names = Object.keys(settings.answers).slice(0, MAX_CHOICES);
    if (names.length === 0) return said(language, t('chat:moderators.noAnswers'));
    const buttons = names.map((name) => pressing(name, `send #${markOf(name)}${about ? ` ${about}` : ''}`));
    return { ...said(language, t('chat:moderators.whichAnswer')), buttons };
  }
  parts.log.info({ event: 'canned-sent', platform: message.platform, locale: canned.language });
  await communities.count(community, `answer:${canned.name}`);
  const reply = said(canned.language, canned.text);
  return {
    ...said(language, t('chat:moderators.answerSent')),
    forwards: { channel: message.channel, reply, ...(about ? { about } : {}) },
  };
}

/** Names may be longer than what a button carries. */
function markOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
