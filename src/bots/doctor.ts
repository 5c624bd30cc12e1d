/**
 * `npm run -s doctor`: looks at everything that Retake needs and says what to mend, a line each. `--json`: a JSON line each. Exit status: 0 all works,
 * 1 something does not, 2 wrong usage.
 */
import { statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createPhotoAnalyser } from '../analysis/index.ts';
import { createFaqEngine, loadFaqModel } from '../faq/index.ts';
import { type Config, ConfigError, DEFAULT_PORT, loadConfig } from './config.ts';
import type { Diagnosis } from './diagnosis.ts';
import { examineDiscord } from './discord/index.ts';
import { examineRedis } from './queue/index.ts';
import { createTranslator, REFERENCE_LANGUAGE, type Translate } from './reply/i18n.ts';
import { openStore } from './store/index.ts';
import { examineTelegram } from './telegram/index.ts';
import { dayOf } from './today.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const FAQ_MODEL = new URL('../../dist/faq/model.bin', import.meta.url);
const SIGNS: Readonly<Record<Diagnosis['state'], string>> = { good: '✓', caution: '!', bad: '✗' };
const EXIT_BAD = 1;
const EXIT_USAGE = 2;
/** Counts and settings of many communities fit into far less. */
const MIN_FREE_BYTES = 200_000_000;

const translator = createTranslator(LOCALES);
const options = process.argv.slice(2);
if (options.some((option) => option !== '--json')) {
  process.stderr.write('npm run -s doctor -- [--json]\n');
  process.exit(EXIT_USAGE);
}
const isJson = options.includes('--json');
let isHealthy = true;
const config = configOrSay();
if (config !== undefined) {
  const t = translator.t(config.DEFAULT_LOCALE);
  for (const examine of [chats, database, redis, disk, port, photos, questions]) {
    for (const diagnosis of await examine(config)) say(t, diagnosis);
  }
}
process.exit(isHealthy ? 0 : EXIT_BAD);

function say(t: Translate, { subject, state, text, values = {} }: Diagnosis): void {
  if (state === 'bad') isHealthy = false;
  const words = t(text, values);
  process.stdout.write(
    isJson ? `${JSON.stringify({ subject, state, text: words })}\n` : `${SIGNS[state]} ${subject}: ${words}\n`,
  );
}

function configOrSay(): Config | undefined {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const t = translator.t(REFERENCE_LANGUAGE);
    for (const { variable, expected } of error.problems) {
      say(t, { subject: variable, state: 'bad', text: `chat:config.expected.${expected}` });
    }
    return undefined;
  }
}

async function chats(config: Config): Promise<readonly Diagnosis[]> {
  const { TELEGRAM_TOKEN, TELEGRAM_API_ROOT, DISCORD_TOKEN, DISCORD_API_URL, DISCORD_MESSAGE_CONTENT } = config;
  const found = await Promise.all([
    TELEGRAM_TOKEN === undefined ? [notSet('TELEGRAM_TOKEN')] : examineTelegram(TELEGRAM_TOKEN, TELEGRAM_API_ROOT),
    DISCORD_TOKEN === undefined
      ? [notSet('DISCORD_TOKEN')]
      : examineDiscord(DISCORD_TOKEN, DISCORD_API_URL, DISCORD_MESSAGE_CONTENT),
  ]);
  return found.flat();
}

/** Opening it brings its tables up to date, as the next start would. */
async function database({ DATABASE_URL: databaseUrl, DATA_DIR: directory }: Config): Promise<readonly Diagnosis[]> {
  const subject = databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL';
  try {
    const store = await openStore(databaseUrl === undefined ? { directory } : { databaseUrl });
    const at = new Date().toISOString();
    await store.claim(`doctor:${at}`, at, at);
    await store.close();
    return [{ subject, state: 'good', text: 'chat:doctor.fine' }];
  } catch {
    return [{ subject, state: 'bad', text: 'chat:start.noStore' }];
  }
}

async function redis({ REDIS_URL: url }: Config): Promise<readonly Diagnosis[]> {
  return url === undefined ? [notSet('REDIS_URL')] : examineRedis(url);
}

async function disk({ DATABASE_URL, DATA_DIR }: Config): Promise<readonly Diagnosis[]> {
  if (DATABASE_URL !== undefined) return [];
  try {
    const { bavail, bsize } = statfsSync(DATA_DIR);
    const free = bavail * bsize;
    return free >= MIN_FREE_BYTES
      ? []
      : [{ subject: 'DATA_DIR', state: 'caution', text: 'chat:doctor.lowDisk', values: { free } }];
  } catch {
    // That it cannot be opened was said already.
    return [];
  }
}

/** A port that was asked for must be free; without one the next free is taken. */
async function port({ HOST: host, PORT }: Config): Promise<readonly Diagnosis[]> {
  if (PORT === undefined) return [{ subject: 'PORT', state: 'good', text: 'chat:doctor.fine' }];
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(PORT, host, () => server.close(() => resolve(true)));
  });
  return isFree
    ? [{ subject: 'PORT', state: 'good', text: 'chat:doctor.fine' }]
    : [{ subject: 'PORT', state: 'bad', text: 'chat:start.portTaken', values: { host, port: PORT ?? DEFAULT_PORT } }];
}

/** Draws a picture, which needs the typefaces, and looks at it, which needs the models. */
async function photos(): Promise<readonly Diagnosis[]> {
  const analyser = createPhotoAnalyser();
  try {
    const rows = [{ name: 'Retake', count: 1 }];
    const bytes = await analyser.drawBars({ language: 'en', title: 'Retake', rows });
    await analyser.analyse({ bytes, as: 'auto', today: dayOf(new Date()) });
    return [{ subject: 'models', state: 'good', text: 'chat:doctor.fine' }];
  } catch {
    return [{ subject: 'models', state: 'bad', text: 'chat:doctor.broken' }];
  } finally {
    await analyser.close();
  }
}

async function questions(): Promise<readonly Diagnosis[]> {
  try {
    createFaqEngine(loadFaqModel(FAQ_MODEL)).answer({ text: 'hello' });
    return [{ subject: 'dist/faq/model.bin', state: 'good', text: 'chat:doctor.fine' }];
  } catch {
    return [{ subject: 'dist/faq/model.bin', state: 'bad', text: 'chat:doctor.broken' }];
  }
}

function notSet(subject: string): Diagnosis {
  return { subject, state: 'good', text: 'chat:doctor.notSet' };
}
