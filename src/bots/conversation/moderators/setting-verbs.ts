import { profiles } from '../../../analysis/index.ts';
import {
  choicesOf,
  MAX_SETTINGS_BYTES,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  writeSettingsFile,
} from '../../community/index.ts';
import type { Button, Reply } from '../../platform.ts';
import type { Translate } from '../../reply/i18n.ts';
import { languageName } from '../../reply/language-name.ts';
import { writeAction } from '../button-action.ts';
import { receivePhoto } from '../receive-photo.ts';
import { type Request, said, titled, type Verb } from './request.ts';

/** How the settings are written by those who type them. */
export const TYPED_NAMES: readonly string[] = SETTING_NAMES;

/** Settings that name channels: where this is said need not be known by its number. */
const OF_CHANNELS: readonly SettingName[] = ['channels', 'escalateTo'];
const OTHER_ENTRIES = [
  ['unanswered', 'chat:moderators.unansweredTitle'],
  ['answers', 'chat:console.answers'],
  ['week', 'chat:moderators.weekTitle'],
  ['history', 'chat:console.history'],
  ['console', 'chat:moderators.openConsole'],
] as const;

/** All settings as a menu: each can be pressed to change it. */
export const overview: Verb = async ({ t, language, settings }) => {
  const lines = SETTING_NAMES.map((name) => `${labelOf(t, name)}: ${shownSetting(t, settings, name)}`);
  const reply = titled(language, t('chat:moderators.title'), lines);
  return {
    ...reply,
    paragraphs: [...reply.paragraphs, { kind: 'note', text: t('chat:moderators.how') }],
    buttons: [
      ...SETTING_NAMES.map((name) => pressing(labelOf(t, name), `edit ${name}`)),
      ...OTHER_ENTRIES.map(([verb, label]) => pressing(t(label), verb)),
    ],
  };
};

/** Reading and changing settings. */
export const settingVerbs: Readonly<Record<string, Verb>> = {
  set: (request) => change(request, request.rest.replace(/^\S+\s*/, '')),
  reset: (request) => change(request, ''),
  edit: (request) => edit(request),
  write: (request) => askForWords(request),
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
  import: async ({ t, language, communities, community, role, message: { photos } }) => {
    const [file] = photos;
    if (file === undefined || (file.sizeBytes ?? 0) > MAX_SETTINGS_BYTES)
      return said(language, t('chat:moderators.noFile'));
    const bytes = (await receivePhoto(file)).subarray(0, MAX_SETTINGS_BYTES);
    await communities.importFile(community, new TextDecoder().decode(bytes), role);
    return said(language, t('chat:moderators.imported'));
  },
};

async function change(request: Request, typed: string): Promise<Reply> {
  const { t, language, communities, community, settings, role, message } = request;
  const name = namedSetting(request);
  if (typeof name !== 'string') return name;
  const value = OF_CHANNELS.includes(name) ? typed.replace(/\bhere\b/g, message.channel ?? '') : typed;
  const after = await communities.change(community, name, value, role);
  const shown = { name: labelOf(t, name), before: shownSetting(t, settings, name), now: shownSetting(t, after, name) };
  const back = pressing(t('chat:moderators.back'), 'overview');
  return { ...said(language, t('chat:moderators.changed', shown)), buttons: [back] };
}

/** One setting: what it is now, what it may be, and buttons for that. */
async function edit(request: Request): Promise<Reply> {
  const { t, language, settings, parts } = request;
  const name = namedSetting(request);
  if (typeof name !== 'string') return name;
  const choices = allChoices(parts.translator.languages, name);
  const buttons = choices
    ? choices.map((value) => pressing(valueLabel(t, name, value), `set ${name} ${value}`))
    : [pressing(t('chat:moderators.newValue'), `write set ${name}`)];
  if (OF_CHANNELS.includes(name)) buttons.push(pressing(t('chat:moderators.thisChannel'), `set ${name} here`));
  buttons.push(pressing(t('chat:moderators.reset'), `reset ${name}`), pressing(t('chat:moderators.back'), 'overview'));
  const hint = t(`chat:moderators.expected.${name}`, { defaultValue: '' });
  const reply = titled(language, labelOf(t, name), [shownSetting(t, settings, name)]);
  const notes = [hint, `/retake set ${name} …`].filter(Boolean).map((text) => ({ kind: 'note', text }) as const);
  return { ...reply, paragraphs: [...reply.paragraphs, ...notes], buttons };
}

/** Where no form can be opened, what is written next is the value. */
async function askForWords({ t, language, settings, communities, community, rest }: Request): Promise<Reply> {
  const [verb = '', about = ''] = rest.split(/\s+/);
  const asksFor = writeAction({ kind: 'retake', words: `${verb} ${about}` });
  if (verb === 'own') {
    const cluster = (await communities.unanswered(community)).find(({ ids }) => ids.includes(Number(about)));
    if (cluster === undefined) return said(language, t('chat:moderators.gone'));
    return { ...said(language, t('chat:moderators.answerTo', { text: cluster.text })), asksFor };
  }
  const name = SETTING_NAMES.find((known) => known === about);
  if (verb !== 'set' || name === undefined) return said(language, t('chat:errors.bad-request'));
  const now = shownSetting(t, settings, name);
  return { ...said(language, t('chat:moderators.write', { name: labelOf(t, name), now })), asksFor };
}

/** The setting that the words begin with, or what to say when there is none. */
function namedSetting({ t, language, rest }: Request): SettingName | Reply {
  const [typed = ''] = rest.split(/\s+/);
  const name = SETTING_NAMES.find((known) => known.toLowerCase() === typed.replaceAll('-', '').toLowerCase());
  return name ?? said(language, t('chat:moderators.unknown', { name: typed, names: TYPED_NAMES }));
}

/** A button that stands for words. */
export function pressing(label: string, words: string): Button {
  return { label, action: writeAction({ kind: 'retake', words }) };
}

/** What a setting is called. */
export function labelOf(t: Translate, name: SettingName): string {
  return t(`chat:moderators.names.${name}`);
}

/** The values to choose from, of all settings that have such; undefined for the others. */
export function allChoices(languages: readonly string[], name: SettingName): readonly string[] | undefined {
  if (name === 'language') return languages;
  if (name === 'provider') return profiles.map(({ id }) => id);
  return choicesOf(name);
}

/** A value to choose, in words. */
export function valueLabel(t: Translate, name: SettingName, value: string): string {
  if (name === 'language') return languageName(value);
  return name === 'provider' ? value : t(`chat:moderators.values.${value}`, { defaultValue: value });
}

function shownSetting(t: Translate, settings: Settings, name: SettingName): string {
  const value = settings[name];
  if (value === undefined) return t('chat:moderators.none');
  if (Array.isArray(value)) return value.length === 0 ? t('chat:moderators.none') : value.join(', ');
  if (typeof value === 'object') {
    const facts = Object.entries(settings.facts).map(([fact, { text }]) => `${fact}=${text}`);
    return facts.length === 0 ? t('chat:moderators.none') : facts.join('; ');
  }
  return typeof value === 'string' ? valueLabel(t, name, value) : String(value);
}
