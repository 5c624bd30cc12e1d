import {
  type Communities,
  clusterQuestions,
  completeness,
  GUARDS,
  MAX_SETTINGS_BYTES,
  SETTING_NAMES,
  SettingError,
  type Settings,
  writeSettingsFile,
} from '../community/index.ts';
import type { IncomingMessage, Paragraph, Reply } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';
import { weekRows } from '../reply/week-labels.ts';
import { writeAction } from './button-action.ts';
import { errorReply } from './error-reply.ts';
import type { ConversationParts } from './parts.ts';
import { receivePhoto } from './receive-photo.ts';

const MAX_CLUSTERS = 10;
const MAX_BARS = 10;
const SWITCHES = ['leakGuard', 'scamGuard'] as const;
/** Settings of one line each. */
const LINES = SETTING_NAMES as readonly Exclude<keyof Settings, 'answers'>[];

/** Who asks, and for what. */
interface Request {
  readonly t: Translate;
  readonly language: string;
  readonly communities: Communities;
  readonly community: string;
  readonly role: string;
  readonly analyser: ConversationParts['analyser'];
  readonly channel: string | undefined;
  /** The words after the verb. */
  readonly rest: string;
  readonly photos: IncomingMessage['photos'];
}

/** What moderators can ask for, by the word that they begin with; without one, the settings are shown. */
const VERBS: Readonly<Record<string, (request: Request) => Promise<Reply>>> = {
  // The channel where this is said need not be known by its number.
  set: (request) => change(request, request.rest.replace(/^\S+\s*/, '').replace(/\bhere\b/g, request.channel ?? '')),
  reset: (request) => change(request, ''),
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
  answers: async ({ t, language, communities, community }) => {
    const answers = completeness(await communities.settingsOf(community));
    const lines = answers.map(
      ({ name, has, lacks }) => `${name}: ${[...has, ...lacks.map((one) => `(${one})`)].join(' ')}`,
    );
    return said(language, lines.length === 0 ? t('chat:moderators.noAnswers') : lines.join('\n'));
  },
  undo: async ({ t, language, communities, community, role }) => {
    const action = await communities.undo(community, role);
    return said(
      language,
      t(action === undefined ? 'chat:moderators.nothingToUndo' : 'chat:moderators.undone', { action }),
    );
  },
  history: async ({ t, language, communities, community }) => {
    const entries = await communities.history(community);
    const lines = entries.map(({ at, role, action }) => `${at.slice(0, 16).replace('T', ' ')} · ${role} · ${action}`);
    return said(language, lines.length === 0 ? t('chat:moderators.noHistory') : lines.join('\n'));
  },
  export: async ({ language, communities, community }) => ({
    ...said(language, 'settings.yaml'),
    file: {
      bytes: new TextEncoder().encode(writeSettingsFile(await communities.settingsOf(community))),
      name: 'settings.yaml',
      mediaType: 'application/yaml',
    },
  }),
  import: async ({ t, language, communities, community, role, photos: [file] }) => {
    if (file === undefined || (file.sizeBytes ?? 0) > MAX_SETTINGS_BYTES)
      return said(language, t('chat:moderators.noFile'));
    const bytes = (await receivePhoto(file)).subarray(0, MAX_SETTINGS_BYTES);
    await communities.importFile(community, new TextDecoder().decode(bytes), role);
    return said(language, t('chat:moderators.imported'));
  },
  unanswered: async ({ t, language, communities, community }) => {
    const clusters = clusterQuestions(await communities.unanswered(community)).slice(0, MAX_CLUSTERS);
    if (clusters.length === 0) return said(language, t('chat:moderators.unansweredNone'));
    const lines = clusters.map(({ count, text }) => `${count} × ${text}`);
    return titled(language, t('chat:moderators.unansweredTitle'), lines);
  },
  clear: async ({ t, language, communities, community }) => {
    await communities.clearUnanswered(community);
    return said(language, t('chat:moderators.cleared'));
  },
  week: async ({ t, language, communities, community, analyser }) => {
    const rows = weekRows(t, await communities.lastWeek(community)).slice(0, MAX_BARS);
    const title = t('chat:moderators.weekTitle');
    const reply = titled(
      language,
      title,
      rows.map(({ name, count }) => `${name}: ${count}`),
    );
    if (rows.length === 0) return reply;
    // The words say the same as the picture.
    const jpeg = await analyser.drawBars({ language, title, rows }).catch(() => undefined);
    return { ...reply, picture: jpeg && { jpeg, altText: title } };
  },
};

/** The settings of a community, for those who may change them. */
export async function respondToModerator(
  { communities, translator, log, settings, analyser }: ConversationParts,
  { community, channel, moderatorRole: role, text = '', photos, platform }: IncomingMessage,
  language: string,
): Promise<Reply> {
  const t = translator.t(language);
  if (community === undefined || communities === undefined || settings === undefined)
    return said(language, t('chat:moderators.onlyHere'));
  if (role === undefined) return said(language, t('chat:moderators.notAllowed'));
  const [verb = ''] = text.trim().split(/\s+/);
  const rest = text.trim().slice(verb.length).trim();
  log.info({ event: 'moderation', platform, locale: language });
  try {
    const request = { t, language, communities, community, channel, role, analyser, rest, photos };
    return (await VERBS[verb.toLowerCase()]?.(request)) ?? overview(t, language, settings);
  } catch (error) {
    if (error instanceof SettingError) return said(language, problem(t, error));
    log.error({ event: 'moderation-failed', platform, error });
    return errorReply(t, language, error, 'lost-question');
  }
}

async function change({ t, language, communities, community, role, rest }: Request, value: string): Promise<Reply> {
  const [typed = ''] = rest.split(/\s+/);
  const name = LINES.find((known) => known.toLowerCase() === typed.replaceAll('-', '').toLowerCase());
  if (name === undefined) {
    return said(language, t('chat:moderators.unknown', { name: typed, names: LINES.map(String) }));
  }
  const before = shown(t, (await communities.settingsOf(community))[name]);
  const now = shown(t, (await communities.change(community, name, value, role))[name]);
  return said(language, t('chat:moderators.changed', { name, before, now }));
}

function overview(t: Translate, language: string, settings: Settings): Reply {
  const lines = LINES.map((name) => `${name}: ${shown(t, settings[name])}`);
  const reply = titled(language, t('chat:moderators.title'), lines);
  // What is switched most often needs no typing.
  const buttons = SWITCHES.flatMap((name) =>
    GUARDS.filter((value) => value !== settings[name]).map((value) => ({
      label: `${name}: ${value}`,
      action: writeAction({ kind: 'set', name, value }),
    })),
  );
  return { ...reply, buttons, paragraphs: [...reply.paragraphs, { kind: 'note', text: t('chat:moderators.how') }] };
}

function shown(t: Translate, value: Settings[Exclude<keyof Settings, 'answers'>]): string {
  if (Array.isArray(value)) return value.length === 0 ? t('chat:moderators.none') : value.join(', ');
  if (typeof value === 'object') {
    const facts = Object.entries(value).map(([fact, words]) => `${fact}=${words}`);
    return facts.length === 0 ? t('chat:moderators.none') : facts.join('; ');
  }
  return value === undefined ? t('chat:moderators.none') : String(value);
}

function problem(t: Translate, { expected, line }: SettingError): string {
  const words = t(`chat:moderators.expected.${expected}`, { defaultValue: expected, names: LINES.map(String) });
  return line === undefined
    ? t('chat:moderators.problem', { expected: words })
    : t('chat:moderators.problemInLine', { line, expected: words });
}

function titled(language: string, title: string, lines: readonly string[]): Reply {
  const paragraphs: Paragraph[] = [{ kind: 'headline', text: title }];
  if (lines.length > 0) paragraphs.push({ kind: 'text', text: lines.join('\n') });
  return { tone: 'plain', language, paragraphs, buttons: [] };
}

function said(language: string, text: string): Reply {
  return { tone: 'plain', language, paragraphs: [{ kind: 'text', text }], buttons: [] };
}
