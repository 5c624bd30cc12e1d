import { z } from 'zod';
import { isQuietHours } from './quiet-hours.ts';

/** How a guard acts: not at all; counts what it would do; does it. */
export const GUARDS = ['off', 'dry-run', 'on'] as const;
const MAX_CHANNELS = 200;
const MAX_FACT = 200;

/** How a name of an answer or of an alias is written. */
const ANSWER_NAME = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u;
const MAX_ANSWERS = 200;
const MAX_ANSWER = 1500;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** An answer of a community's own: its words in some languages, and what else people call it. */
const cannedAnswer = z.strictObject({
  aliases: z.array(z.string('answers').regex(ANSWER_NAME, 'answers'), 'answers').max(20, 'answers').default([]),
  texts: z.record(
    z.string().regex(LANGUAGE, 'language'),
    z.string('answers').min(1, 'answers').max(MAX_ANSWER, 'answers'),
    'answers',
  ),
});

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
  facts: z
    .record(
      z.string().regex(/^[a-z_]{1,40}$/, 'facts'),
      z.string('facts').min(1, 'facts').max(MAX_FACT, 'facts'),
      'facts',
    )
    .default({}),
});

/** What holds in a community. */
export type Settings = z.output<typeof settingsSchema>;

/** The settings that are typed in one line; answers have commands of their own. */
export const SETTING_NAMES = (Object.keys(settingsSchema.shape) as readonly (keyof Settings)[]).filter(
  (name) => name !== 'answers',
);

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

/** The settings with one of them as typed: a list is separated by commas or spaces, a fact is `name=words`, nothing means the default. Throws a SettingError. */
export function withSetting(settings: Settings, name: keyof Settings, typed: string): Settings {
  const changed = { ...settings, [name]: typedValue(settings, name, typed.trim()) };
  const result = settingsSchema.safeParse(changed);
  if (result.success) return result.data;
  throw new SettingError(result.error.issues[0]?.message ?? name);
}

function typedValue(settings: Settings, name: keyof Settings, typed: string): unknown {
  if (typed === '') return name === 'facts' ? {} : undefined;
  switch (name) {
    case 'channels':
      return typed.split(/[\s,]+/).map(channelId);
    case 'escalateTo':
      return channelId(typed);
    case 'officialLinks':
      return typed.split(/[\s,]+/).map((link) => (/^\w+:/.test(link) ? link : `https://${link}`));
    case 'confidence':
    case 'cooldown':
    case 'deleteAfter':
      return Number(typed);
    case 'facts': {
      const [, fact, words] = /^(\w+)\s*=\s*(.*)$/s.exec(typed) ?? [];
      if (fact === undefined) throw new SettingError('facts');
      const { [fact]: _, ...others } = settings.facts;
      return words ? { ...others, [fact]: words } : others;
    }
    default:
      return typed;
  }
}

/** A channel as Discord writes its mention, or its number alone. */
function channelId(typed: string): string {
  return typed.replace(/^<#(\d+)>$/, '$1');
}
