/** `npm run -s backup -- FILE`: everything that the database holds, in a new file, while the bot runs. Exit status: 0, or 1 when nothing was written. */
import { loadConfig } from './config.ts';
import { createTranslator } from './reply/i18n.ts';
import { copyDatabase } from './store/index.ts';

const LOCALES = new URL('../../locales/', import.meta.url);

const { DATABASE_URL, DATA_DIR, DEFAULT_LOCALE } = loadConfig();
const t = createTranslator(LOCALES).t(DEFAULT_LOCALE);
const [file] = process.argv.slice(2);
process.exitCode = backUp() ? 0 : 1;

function backUp(): boolean {
  if (DATABASE_URL !== undefined) return said(process.stderr, t('chat:backup.postgres'), false);
  try {
    copyDatabase(DATA_DIR, file ?? '');
    return said(process.stdout, t('chat:backup.done', { file }), true);
  } catch {
    return said(process.stderr, t('chat:backup.failed'), false);
  }
}

function said(stream: NodeJS.WriteStream, words: string, isDone: boolean): boolean {
  stream.write(`${words}\n`);
  return isDone;
}
