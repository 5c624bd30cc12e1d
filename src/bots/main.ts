/** Starts Retake: configuration -> parts -> platforms -> until a signal. The only file that knows all parts. */
import { createPhotoAnalyser } from '../analysis/index.ts';
import { createFaqEngine, type FaqEngine, loadFaqModel } from '../faq/index.ts';
import { type Communities, createAccess, createCommunities } from './community/index.ts';
import { type Config, ConfigError, DEFAULT_PORT, loadConfig } from './config.ts';
import {
  createConsole,
  createConversation,
  createMemory,
  POPULAR_TOPICS,
  sendDigests,
  suggest,
  topicButtons,
} from './conversation/index.ts';
import { createDiscordPlatform } from './discord/index.ts';
import type { JobQueue } from './jobs.ts';
import { createMemoryKeep, createRedisKeep, type Keep } from './keep/index.ts';
import { endWithProcess } from './lifetime.ts';
import { createLog, type Log } from './log.ts';
import { bothLogs, createMetrics } from './metrics.ts';
import type { ChatPlatform, Respond, Webhook } from './platform.ts';
import { createMemoryQueue, createRedisQueue, createStoredQueue } from './queue/index.ts';
import { createTranslator, REFERENCE_LANGUAGE, type Translate } from './reply/i18n.ts';
import { openStore, type Store } from './store/index.ts';
import { createTelegramPlatform } from './telegram/index.ts';
import { dayOf } from './today.ts';
import { createWebPlatform } from './web/index.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const FAQ_MODEL = new URL('../../dist/faq/model.bin', import.meta.url);
const now = () => new Date();
/** How often it is looked whether the digest of the week is due. */
const DIGEST_MS = 10 * 60_000;
/** Wrong configuration, as with wrong usage of a command. */
const EXIT_CONFIG = 2;

const translator = createTranslator(LOCALES);
const config = configOrExit();
await start(config);

async function start(config: Config): Promise<void> {
  const t = translator.t(config.DEFAULT_LOCALE);
  const analyser = createPhotoAnalyser();
  const metrics = createMetrics(() => analyser.waiting);
  const log = bothLogs(createLog(config.LOG_LEVEL), metrics.log);
  const faq = createFaqEngine(loadFaqModel(FAQ_MODEL));
  const store = await storeOf(config, log);
  const communities = store && createCommunities({ store, log, now });
  const access = store && createAccess(store, now);
  const started = new Set<string>();
  let pageAddress = '';
  const keep = keepOf(config, log);
  const respond = createConversation({
    analyser,
    faq,
    translator,
    log,
    memory: createMemory(keep),
    cooldowns: keep,
    communities,
    consoleLink:
      access && (async (community, role) => `${pageAddress}/console#${await access.invite(community, role)}`),
    defaultProvider: config.OPERATOR_PROFILE,
    today: () => dayOf(now()),
    defaultLanguage: config.DEFAULT_LOCALE,
  });
  const queue = queueOf(config, store, log);
  const chats = chatPlatforms(config, { faq, communities, queue, keep, log });
  const web = createWebPlatform({
    webhooks: chats.flatMap((platform) => platform.webhook ?? []),
    translator,
    log,
    metrics,
    defaultLanguage: config.DEFAULT_LOCALE,
    popularQuestions: (language) => topicButtons(translator.t(language), POPULAR_TOPICS),
    host: config.HOST,
    port: config.PORT ?? DEFAULT_PORT,
    isPortFixed: config.PORT !== undefined,
    isReady: async () => started.size === chats.length && (await isReachable(store)),
    console: communities && access && createConsole({ analyser, faq, translator, log, communities, access }),
    onReady(address) {
      pageAddress = publicAddress(config) ?? address;
      print(t('chat:start.ready', { address }));
    },
  });
  const digests =
    communities &&
    setInterval(() => {
      const parts = {
        analyser,
        translator,
        log,
        communities,
        platforms: chats,
        defaultLanguage: config.DEFAULT_LOCALE,
      };
      void sendDigests(parts, now()).catch((error: unknown) => log.error({ event: 'digest-failed', error }));
    }, DIGEST_MS);
  endWithProcess(async () => {
    clearInterval(digests);
    await Promise.all([queue, web, ...chats].map((part) => part.stop()));
    await analyser.close();
    await store?.close();
  }, log);
  for (const platform of chats) {
    void startChat(platform, respond, log, t).then((hasStarted) => hasStarted && started.add(platform.name));
  }
  try {
    await web.start(respond);
    log.info({ event: 'started', platform: 'web' });
  } catch (error) {
    log.error({ event: 'start-failed', platform: 'web', error });
    const { HOST: host, PORT: port = DEFAULT_PORT } = config;
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    printError(t(isTaken ? 'chat:start.portTaken' : 'chat:start.cannotListen', { host, port }));
    await analyser.close();
    process.exit(EXIT_CONFIG);
  }
}

/** What communities have set. Without a chat platform there is none; and one that cannot be opened must not keep members from their answers. */
async function storeOf(config: Config, log: Log): Promise<Store | undefined> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: directory, DISCORD_TOKEN, TELEGRAM_TOKEN, DEFAULT_LOCALE } = config;
  if (DISCORD_TOKEN === undefined && TELEGRAM_TOKEN === undefined) return undefined;
  const onLost = (error: Error) => log.warn({ event: 'database-connection-lost', error });
  try {
    return await openStore(databaseUrl === undefined ? { directory } : { databaseUrl }, onLost);
  } catch (error) {
    log.error({ event: 'store-not-opened', error });
    printError(translator.t(DEFAULT_LOCALE)('chat:start.noStore'));
    return undefined;
  }
}

/** In Redis when there is one. Without a secret of their own, the tokens are what all processes know and Redis does not. */
function keepOf({ REDIS_URL: url, KEEP_SECRET, TELEGRAM_TOKEN = '', DISCORD_TOKEN = '' }: Config, log: Log): Keep {
  const secret = KEEP_SECRET ?? `${TELEGRAM_TOKEN} ${DISCORD_TOKEN}`;
  return url === undefined ? createMemoryKeep() : createRedisKeep({ url, secret, log });
}

/** What chat platforms need beside the configuration. */
interface ChatParts {
  readonly faq: FaqEngine;
  readonly communities: Communities | undefined;
  readonly queue: JobQueue;
  readonly keep: Keep;
  readonly log: Log;
}

/** In Redis when there is one, for many processes; else in the store. */
function queueOf({ REDIS_URL: url, ROLE }: Config, store: Store | undefined, log: Log): JobQueue {
  if (url !== undefined) return createRedisQueue({ url, log, now, isWorker: ROLE !== 'bot' });
  return store ? createStoredQueue({ store, log, now }) : createMemoryQueue();
}

/** A store that was never needed is no reason to wait. */
async function isReachable(store: Store | undefined): Promise<boolean> {
  if (store === undefined) return true;
  return store.countJobs().then(
    () => true,
    () => false,
  );
}

/** The adapters that have a token. */
function chatPlatforms(
  config: Config,
  { faq, communities, queue, keep, log }: ChatParts,
): (ChatPlatform & { readonly webhook?: Webhook | undefined })[] {
  const {
    DISCORD_TOKEN,
    DISCORD_API_URL,
    DISCORD_MESSAGE_CONTENT,
    ATTACHMENT_HOSTS,
    TELEGRAM_TOKEN,
    TELEGRAM_API_ROOT,
    DEFAULT_LOCALE,
  } = config;
  const t = translator.t(DEFAULT_LOCALE);
  const onReady = (address: string) => print(t('chat:start.ready', { address }));
  const common = { translator, defaultLanguage: DEFAULT_LOCALE, log, queue, keep, receives: config.ROLE !== 'worker' };
  const platforms: ReturnType<typeof chatPlatforms> = [];
  if (DISCORD_TOKEN !== undefined) {
    const attachmentHosts = ATTACHMENT_HOSTS;
    platforms.push(
      createDiscordPlatform({
        ...common,
        token: DISCORD_TOKEN,
        apiUrl: DISCORD_API_URL,
        attachmentHosts,
        readsAllMessages: DISCORD_MESSAGE_CONTENT,
        suggest: (suggestion) => suggest({ ...common, faq, communities }, suggestion),
        onReady: (name) => onReady(`Discord @${name}`),
      }),
    );
  }
  if (TELEGRAM_TOKEN !== undefined) {
    const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = config;
    platforms.push(
      createTelegramPlatform({
        ...common,
        token: TELEGRAM_TOKEN,
        apiRoot: TELEGRAM_API_ROOT,
        webhook: url !== undefined && secret !== undefined ? { url, secret } : undefined,
        onReady: (address) => {
          onReady(address);
          if (url !== undefined) print(t('chat:start.webhook', { address: url }));
        },
        onPrivacyModeOff: (name) => printError(t('chat:start.privacyModeOff', { name })),
      }),
    );
  }
  return platforms;
}

/** Where people reach the page from outside: said by the operator, or where Telegram sends updates. */
function publicAddress({ PUBLIC_URL, TELEGRAM_WEBHOOK_URL }: Config): string | undefined {
  if (PUBLIC_URL !== undefined) return PUBLIC_URL.replace(/\/+$/, '');
  return TELEGRAM_WEBHOOK_URL === undefined ? undefined : new URL(TELEGRAM_WEBHOOK_URL).origin;
}

/** A platform that refuses us is no reason to close the others. */
async function startChat(platform: ChatPlatform, respond: Respond, log: Log, t: Translate): Promise<boolean> {
  try {
    await platform.start(respond);
    log.info({ event: 'started', platform: platform.name });
    return true;
  } catch (error) {
    log.error({ event: 'start-failed', platform: platform.name, error });
    printError(`${platform.name}: ${t('chat:start.failed')}`);
    return false;
  }
}

function configOrExit(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const t = translator.t(REFERENCE_LANGUAGE);
    for (const { variable, expected } of error.problems) {
      printError(t('chat:config.problem', { variable, expected: t(`chat:config.expected.${expected}`) }));
    }
    return process.exit(EXIT_CONFIG);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}
