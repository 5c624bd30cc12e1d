import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { profiles } from '../analysis/index.ts';
import { LOG_LEVELS } from './log.ts';

/** Loopback: the page is for this computer until somebody decides otherwise. */
const DEFAULT_HOST = '127.0.0.1';
/** The first port that is tried; when PORT is not set, the next free one is taken instead of failing. */
export const DEFAULT_PORT = 8787;

const httpUrl = z.url({ protocol: /^https?$/, error: 'http-url' });
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'postgres-url' });
const redisUrl = z.url({ protocol: /^rediss?$/, error: 'redis-url' });
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'port')
  .transform(Number)
  .refine((value) => value <= 65_535, 'port');

/** Every variable that Retake reads; all are optional. The error of each is the key of a text in `chat.json`, `config`. */
const variables = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'token').optional(),
  DISCORD_API_URL: httpUrl.default('https://discord.com/api'),
  DISCORD_MESSAGE_CONTENT: z.stringbool('yes-no').default(false),
  ATTACHMENT_HOSTS: z
    .string()
    .regex(/^[A-Za-z0-9.:_,\s-]+$/, 'host')
    .transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean))
    .default([]),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, 'telegram-token')
    .optional(),
  TELEGRAM_API_ROOT: httpUrl.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: httpUrl.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/, 'webhook-secret')
    .optional(),
  PUBLIC_URL: httpUrl.optional(),
  PORT: port.optional(),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'host')
    .default(DEFAULT_HOST),
  DATABASE_URL: databaseUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  KEEP_SECRET: z.string().regex(/^\S+$/, 'token').optional(),
  DATA_DIR: z.string().default('data'),
  LOG_LEVEL: z.enum(LOG_LEVELS, 'log-level').default('info'),
  DEFAULT_LOCALE: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'locale')
    .default('en'),
  OPERATOR_PROFILE: z
    .enum(
      profiles.map(({ id }) => id),
      'profile',
    )
    .optional(),
  ROLE: z.enum(['all', 'bot', 'worker'], 'role').default('all'),
});

const afterAll = { when: ({ issues }: { readonly issues: readonly unknown[] }) => issues.length === 0 };
const environment = variables
  .refine(
    ({ TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }) => url === undefined || secret !== undefined,
    // Without the secret anybody who finds the address could speak for Telegram.
    { path: ['TELEGRAM_WEBHOOK_URL'], error: 'webhook-pair', ...afterAll },
  )
  // Processes that share the work meet in Redis.
  .refine(({ ROLE, REDIS_URL }) => ROLE === 'all' || REDIS_URL !== undefined, {
    path: ['ROLE'],
    error: 'needs-redis',
    ...afterAll,
  });

/** The names of the variables, for the documentation and its test. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(variables.shape);

/** The environment after checking, under the names of its variables. */
export type Config = z.output<typeof environment>;

/** What is wrong with one variable. Its value is left out: it may be a secret. */
export interface ConfigProblem {
  readonly variable: string;
  /** Key of the text that says what is expected. */
  readonly expected: string;
}

/** The environment cannot be used; the person who set it can mend it. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, expected }) => `${variable}: ${expected}`).join(', '));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Variables that may also stand in a file, named by the variable with `_FILE`: environments are seen by more eyes than files. */
const SECRET_VARIABLES = [
  'DISCORD_TOKEN',
  'TELEGRAM_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'DATABASE_URL',
  'REDIS_URL',
  'KEEP_SECRET',
] as const;

/**
 * Checks an environment. An empty variable counts as not set; a secret may stand in a file (`TELEGRAM_TOKEN_FILE`). Throws a ConfigError that names
 * every wrong variable.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const { secrets, problems } = readSecrets(given);
  if (problems.length > 0) throw new ConfigError(problems);
  const result = environment.safeParse({ ...given, ...secrets });
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(({ path, message }) => ({ variable: String(path[0]), expected: message })),
  );
}

function readSecrets(given: Readonly<Record<string, string | undefined>>): {
  readonly secrets: Readonly<Record<string, string>>;
  readonly problems: readonly ConfigProblem[];
} {
  const secrets: Record<string, string> = {};
  const problems: ConfigProblem[] = [];
  for (const name of SECRET_VARIABLES) {
    const variable = `${name}_FILE`;
    const file = given[variable];
    if (file === undefined) continue;
    if (given[name] !== undefined) problems.push({ variable, expected: 'file-or-value' });
    try {
      // Editors end a file with a line break that is no part of the secret.
      secrets[name] = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push({ variable, expected: 'secret-file' });
    }
  }
  return { secrets, problems };
}

/** Reads `.env` of the working directory when there is one (variables that are set already win), then the environment. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}
