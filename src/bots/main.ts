/** Starts Retake: configuration -> parts -> platforms -> until a signal. The only file that knows all parts. */
import { createPhotoAnalyser } from '../analysis/index.ts';
import { createFaqEngine, loadFaqModel } from '../faq/index.ts';
import { type Config, ConfigError, DEFAULT_PORT, loadConfig } from './config.ts';
import { createConversation, POPULAR_TOPICS, topicButtons } from './conversation/index.ts';
import { endWithProcess } from './lifetime.ts';
import { createLog } from './log.ts';
import { createTranslator, REFERENCE_LANGUAGE } from './reply/i18n.ts';
import { dayOf } from './today.ts';
import { createWebPlatform } from './web/index.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const FAQ_MODEL = new URL('../../dist/faq/model.json', import.meta.url);
/** Wrong configuration, as with wrong usage of a command. */
const EXIT_CONFIG = 2;

const translator = createTranslator(LOCALES);
const config = configOrExit();
await start(config);

async function start(config: Config): Promise<void> {
  const t = translator.t(config.DEFAULT_LOCALE);
  const log = createLog(config.LOG_LEVEL);
  const analyser = createPhotoAnalyser();
  const respond = createConversation({
    analyser,
    faq: createFaqEngine(loadFaqModel(FAQ_MODEL)),
    translator,
    log,
    today: () => dayOf(new Date()),
    defaultLanguage: config.DEFAULT_LOCALE,
  });
  const web = createWebPlatform({
    translator,
    log,
    defaultLanguage: config.DEFAULT_LOCALE,
    popularQuestions: (language) => topicButtons(translator.t(language), POPULAR_TOPICS),
    host: config.HOST,
    port: config.PORT ?? DEFAULT_PORT,
    isPortFixed: config.PORT !== undefined,
    onReady: (address) => print(t('chat:start.ready', { address })),
  });
  endWithProcess(async () => {
    await web.stop();
    await analyser.close();
  }, log);
  sayWhatIsMissing(config);
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

function sayWhatIsMissing({ DISCORD_TOKEN, TELEGRAM_TOKEN, ROLE, DEFAULT_LOCALE }: Config): void {
  const t = translator.t(DEFAULT_LOCALE);
  if (DISCORD_TOKEN !== undefined)
    print(t('chat:start.adapterMissing', { variable: 'DISCORD_TOKEN', platform: 'Discord' }));
  if (TELEGRAM_TOKEN !== undefined) {
    print(t('chat:start.adapterMissing', { variable: 'TELEGRAM_TOKEN', platform: 'Telegram' }));
  }
  if (ROLE === 'worker') print(t('chat:start.roleMissing'));
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
