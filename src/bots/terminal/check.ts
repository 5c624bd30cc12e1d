/** `npm run -s check`: photos in, one report per photo out. Exit status: 0 all ready or warn, 1 some retake, 2 wrong usage. */
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { CommanderError } from 'commander';
import { createPhotoAnalyser, type PhotoAnalyser } from '../../analysis/index.ts';
import { createTranslator } from '../reply/i18n.ts';
import { dayOf } from '../today.ts';
import { type CheckOptions, readCheckOptions } from './check-options.ts';
import { checkPhoto } from './check-photo.ts';
import { findPhotos } from './find-photos.ts';
import { inOrder } from './in-order.ts';
import { createProgress } from './progress.ts';
import { reportJson } from './report-json.ts';
import { reportPlain } from './report-plain.ts';
import { pictureNames } from './write-picture.ts';

const LOCALES = new URL('../../../locales/', import.meta.url);
const EXIT_RETAKE = 1;
const EXIT_USAGE = 2;
/** Lines are never longer than this, however wide the terminal is. */
const MAX_WIDTH_CHARS = 100;

const translator = createTranslator(LOCALES);

// The reader of a pipe may leave early, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main();

async function main(): Promise<number> {
  let options: CheckOptions;
  try {
    options = readCheckOptions(process.argv.slice(2), translator, dayOf(new Date()));
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    throw error;
  }
  const t = translator.t(options.locale);
  const { files, missing } = await findPhotos(options.paths);
  for (const path of missing) complain(t('chat:check.missing', { path }));
  if (files.length === 0) complain(t('chat:check.nothing'));
  if (files.length === missing.length) return EXIT_USAGE;
  if (options.picture !== undefined && !(await canHold(options.picture))) {
    complain(t('chat:check.badDirectory', { path: options.picture }));
    return EXIT_USAGE;
  }
  const analyser = createPhotoAnalyser();
  try {
    return await checkAll(files, options, analyser);
  } finally {
    await analyser.close();
  }
}

async function checkAll(files: readonly string[], options: CheckOptions, analyser: PhotoAnalyser): Promise<number> {
  const t = translator.t(options.locale);
  const progress = createProgress(process.stderr);
  const counts = { ready: 0, warn: 0, retake: 0 };
  const plainOptions = {
    t,
    hasColours: process.stdout.isTTY && process.stdout.hasColors(),
    widthChars: Math.min(MAX_WIDTH_CHARS, process.stdout.columns || MAX_WIDTH_CHARS),
  };
  const total = files.length;
  let done = 0;
  const names = pictureNames(files);
  const jobs = files.map((file, index) => ({ file, pictureName: String(names[index]) }));
  const reports = inOrder(jobs, availableParallelism() + 1, async ({ file, pictureName }) => {
    const report = await checkPhoto(file, pictureName, options, analyser, t, () =>
      complain(t('chat:check.failed', { path: file })),
    );
    done += 1;
    if (total > 1) progress.show(t('chat:check.progress', { done, total }));
    return { file, report };
  });
  for await (const { file, report } of reports) {
    counts[report.verdict] += 1;
    progress.clear();
    const text = options.json ? reportJson(file, report) : reportPlain(file, report, plainOptions);
    process.stdout.write(`${text}\n`);
    if (total > 1 && done < total) progress.show(t('chat:check.progress', { done, total }));
  }
  progress.clear();
  if (!options.json && total > 1) process.stdout.write(`${t('chat:check.summary', { total, ...counts })}\n`);
  return counts.retake > 0 ? EXIT_RETAKE : 0;
}

async function canHold(directory: string): Promise<boolean> {
  return mkdir(directory, { recursive: true }).then(
    () => true,
    () => false,
  );
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
