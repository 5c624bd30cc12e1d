import { z } from 'zod';
import { isQuietHours } from './quiet-hours.ts';

/** How a guard acts: not at all; counts what it would do; does it. */
const GUARDS = ['off', 'dry-run', 'on'] as const;
const SWITCH = ['off', 'on'] as const;
const MAX_CHANNELS = 200;
const MAX_FACT = 200;
const MAX_SOURCE = 200;
const MAX_PHRASES = 50;
/** Questions are kept no longer than this, and so are the phrases that are made of them. */
const MAX_PHRASE = 300;

/** How a name of an answer or of an alias is written. */
const ANSWER_NAME = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u;
const MAX_ANSWERS = 200;
const MAX_ANSWER = 1500;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const phrases = z
  .array(z.string('phrases').min(1, 'phrases').max(MAX_PHRASE, 'phrases'), 'phrases')
  .max(MAX_PHRASES, 'phrases');

/** An answer of a community's own: its words in some languages, what else people call it, and questions that it answers. */
const cannedAnswer = z.strictObject({
  aliases: z.array(z.string('answers').regex(ANSWER_NAME, 'answers'), 'answers').max(20, 'answers').default([]),
  phrases: phrases.default([]),
  texts: z.record(
    z.string().regex(LANGUAGE, 'language'),
    z.string('answers').min(1, 'answers').max(MAX_ANSWER, 'answers'),
    'answers',
  ),
});

/** A fact in the community's own words, with the day on which it was set and where it is from; words alone are enough. */
const fact = z
  .union(
    [
      z.string().min(1).max(MAX_FACT),
      z.strictObject({
        text: z.string().min(1).max(MAX_FACT),
        date: z.iso.date().optional(),
        source: z.string().min(1).max(MAX_SOURCE).optional(),
      }),
    ],
    'facts',
  )
  .transform((value) => (typeof value === 'string' ? { text: value } : value));

/** What a community can set. The error of each is the key of a text in `chat.json`, `moderators.expected`. */
export const settingsSchema = z.strictObject({
  /** For members whose language nothing tells. BCP 47. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language')
    .optional(),
  /** Channels in which the bot also answers what is not said to it; none: nowhere. */
  channels: z
    .array(z.string().regex(/^-?\d{1,20}$/, 'channels'), 'channels')
    .max(MAX_CHANNELS, 'channels')
    .default([]),
  /** The channel in which those who look after the community hear of people who want to talk to somebody. */
  escalateTo: z
    .string()
    .regex(/^-?\d{1,20}$/, 'channels')
    .optional(),
  /** How sure an answer must be that nobody asked the bot for, 0..1. */
  confidence: z.number('confidence').min(0.5, 'confidence').max(1, 'confidence').default(0.75),
  /** Seconds of silence after such an answer in a channel. */
  cooldown: z.int('cooldown').min(0, 'cooldown').max(3600, 'cooldown').default(30),
  /** When the bot says nothing unasked: `22:00-07:00 Europe/Berlin`, without a zone in UTC. */
  quietHours: z.string().refine(isQuietHours, 'quietHours').optional(),
  /** Minutes after which answers in Telegram groups are deleted again; 0: never. Bots may delete their messages for two days. */
  deleteAfter: z.int('deleteAfter').min(0, 'deleteAfter').max(1440, 'deleteAfter').default(0),
  /** Whose limits photos are judged by: the id of a profile. */
  provider: z
    .string()
    .regex(/^[a-z]{1,20}$/, 'provider')
    .optional(),
  leakGuard: z.enum(GUARDS, 'leakGuard').default('off'),
  /** What is done about links that look like an official one and are none. */
  scamGuard: z.enum(GUARDS, 'scamGuard').default('off'),
  /** Addresses that are really the service's own. */
  officialLinks: z
    .array(z.url({ protocol: /^https$/, error: 'officialLinks' }), 'officialLinks')
    .max(50, 'officialLinks')
    .default([]),
  /** Answers of the community's own, by name; variables as `{{name}}` are its facts. */
  answers: z
    .record(z.string().regex(ANSWER_NAME, 'answers'), cannedAnswer, 'answers')
    .refine((answers) => Object.keys(answers).length <= MAX_ANSWERS, 'answers')
    .default({}),
  /** Facts of the answers in the community's own words, by the name of the variable. */
  facts: z.record(z.string().regex(/^[a-z_]{1,40}$/, 'facts'), fact, 'facts').default({}),
  /** Names under which only those who look after the community may write, such as "Support"; not those of persons. */
  staffNames: z
    .array(z.string('staffNames').trim().min(3, 'staffNames').max(40, 'staffNames'), 'staffNames')
    .max(50, 'staffNames')
    .default([]),
  /** Whether those who look after the community are told each week how it went. */
  digest: z.enum(SWITCH, 'digest').default('on'),
  /** Questions that were not understood, by the topic that they are of. */
  phrases: z.record(z.string().regex(/^[a-z_]{1,40}$/, 'phrases'), phrases, 'phrases').default({}),
});

/** What holds in a community. */
export type Settings = z.output<typeof settingsSchema>;

/** The name of a setting that is typed in one line; answers and phrases have ways of their own. */
export type SettingName = Exclude<keyof Settings, 'answers' | 'phrases'>;

/** Those settings, in the order in which they are shown. */
export const SETTING_NAMES = (Object.keys(settingsSchema.shape) as readonly (keyof Settings)[]).filter(
  (name): name is SettingName => name !== 'answers' && name !== 'phrases',
);

/** The values that a setting has to choose from; undefined where it takes other words. */
export function choicesOf(name: SettingName): readonly string[] | undefined {
  if (name === 'leakGuard' || name === 'scamGuard') return GUARDS;
  return name === 'digest' ? SWITCH : undefined;
}

/** The words of facts alone. */
export function wordsOfFacts(facts: Settings['facts']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(facts).map(([name, { text }]) => [name, text]));
}

/** What holds where nobody set anything. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** A value cannot be used; `expected` is the key of a text that says what can. */
export class SettingError extends Error {
  readonly expected: string;
  /** The line of an imported file, counted from 1; undefined when it was typed. */
  readonly line: number | undefined;
  constructor(expected: string, line?: number) {
    super(expected);
    this.name = 'SettingError';
    this.expected = expected;
    this.line = line;
  }
}

/**
 * The settings with one of them as typed on a day: a list is separated by commas or spaces, a fact is `name=words` or `name=words | source`, nothing
 * means the default. Throws a SettingError.
 */
export function withSetting(settings: Settings, name: SettingName, typed: string, today: string): Settings {
  return checkedSettings({ ...settings, [name]: typedValue(settings, name, typed.trim(), today) }, name);
}

/** Settings that hold, as they are kept. Throws a SettingError that names what was `meant` when nothing else says what is wrong. */
export function checkedSettings(settings: unknown, meant: string): Settings {
  const result = settingsSchema.safeParse(settings);
  if (result.success) return result.data;
  throw new SettingError(result.error.issues[0]?.message ?? meant);
}

function typedValue(settings: Settings, name: SettingName, typed: string, today: string): unknown {
  if (typed === '') return undefined;
  switch (name) {
    case 'channels':
      return typed.split(/[\s,]+/).map(channelId);
    case 'escalateTo':
      return channelId(typed);
    case 'officialLinks':
      return typed.split(/[\s,]+/).map((link) => (/^\w+:/.test(link) ? link : `https://${link}`));
    case 'staffNames':
      return typed.split(/\s*,\s*/).filter(Boolean);
    case 'confidence':
    case 'cooldown':
    case 'deleteAfter':
      return Number(typed);
    case 'facts':
      return withFact(settings.facts, typed, today);
    default:
      return typed;
  }
}

function withFact(facts: Settings['facts'], typed: string, date: string): unknown {
  const [, name, text = '', source] = /^(\w+)\s*=\s*([^|]*?)\s*(?:\|\s*(.+))?$/s.exec(typed) ?? [];
  if (name === undefined) throw new SettingError('facts');
  const { [name]: _, ...others } = facts;
  return text === '' ? others : { ...others, [name]: { text, date, ...(source ? { source } : {}) } };
}

/** A channel as Discord writes its mention, or its number alone. */
function channelId(typed: string): string {
  return typed.replace(/^<#(\d+)>$/, '$1');
}
