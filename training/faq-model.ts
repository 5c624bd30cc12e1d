/**
 * Trains the FAQ engine on `locales/<language>/phrases.json` and writes `dist/faq/model.bin`; part of `npm run build`.
 * Does nothing when neither the phrases nor the code that learns have changed.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { decodeModel, encodeModel } from '../src/faq/model-file.ts';
import { type HeldOutPhrases, trainFaqModel } from '../src/faq/train/train.ts';
import type { Phrases } from '../src/faq/types.ts';

const LOCALES = new URL('../locales/', import.meta.url);
const SOURCE = new URL('../src/faq/', import.meta.url);
const MODEL = new URL('../dist/faq/model.bin', import.meta.url);

const phraseFiles = readdirSync(LOCALES)
  .sort()
  .map((language) => ({ language, file: new URL(`${language}/phrases.json`, LOCALES) }))
  .filter(({ file }) => existsSync(file));

const fingerprint = fingerprintOf([
  ...phraseFiles.map(({ file }) => file),
  ...readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => new URL(path, SOURCE)),
]);

if (!isUpToDate()) {
  const startedMs = performance.now();
  const phrases = new Map(
    phraseFiles.map(({ language, file }) => [language, JSON.parse(readFileSync(file, 'utf8')) as Phrases]),
  );
  const { judging } = await judgeElsewhere(phrases);
  const { model, summary } = await trainFaqModel(phrases, fingerprint, judging);
  const bytes = encodeModel(model);
  mkdirSync(new URL('.', MODEL), { recursive: true });
  writeFileSync(MODEL, bytes);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  // On stderr, as `npm run -s ask` must write nothing but answers to stdout.
  console.error(
    `FAQ model: ${summary.phrases} phrases in ${phrases.size} languages, ${summary.features} features, ` +
      `${(summary.heldOutAccuracy * 100).toFixed(1)} % of held-out phrases right, ` +
      `${(bytes.length / 1e6).toFixed(1)} MB, ${seconds} s`,
  );
}

/** In a process of its own: it takes as long as the training itself. */
async function judgeElsewhere(
  phrases: ReadonlyMap<string, Phrases>,
): Promise<{ readonly judging: Promise<HeldOutPhrases> }> {
  const child = fork(new URL('./held-out.ts', import.meta.url), { serialization: 'advanced' });
  const judging = new Promise<HeldOutPhrases>((resolve, reject) => {
    child.once('message', (heldOut) => resolve(heldOut as HeldOutPhrases));
    child.once('exit', (status) => reject(new Error(`held-out phrases were not judged: status ${status}`)));
  });
  // The training leaves this process no time to send, so all must be gone before.
  await new Promise((resolve) => child.send(phrases, resolve));
  return { judging };
}

function isUpToDate(): boolean {
  if (!existsSync(MODEL)) return false;
  try {
    return decodeModel(readFileSync(MODEL)).fingerprint === fingerprint;
  } catch {
    return false;
  }
}

function fingerprintOf(files: readonly URL[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
