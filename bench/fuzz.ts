/**
 * Throws broken files, updates and texts at Retake and counts what becomes of them: nothing may end a process, hang, or take memory for good.
 * Usage: npm run bench:fuzz -- [--seed N] [--only files|texts|updates] [--scale 0.1]; 50,000 files, 100,000 texts and 10,000 updates of each platform
 * at scale 1. Exit status 1 when anything crashed or hung. Writes bench/results/fuzz.json.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { FILE_BOUND_MS, fuzzFiles } from './fuzz/files.ts';
import { fuzzTexts, TEXT_BOUND_MS } from './fuzz/texts.ts';
import { fuzzUpdates } from './fuzz/updates.ts';

const RESULTS = 'bench/results/fuzz.json';
const FILES = 50_000;
const TEXTS = 100_000;
const UPDATES = 10_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const scaled = (count: number) => Math.max(1, Math.round(count * Number(values.scale)));
const isWanted = (part: string) => values.only === undefined || values.only === part;
const progress = (part: string) => (done: number) => process.stderr.write(`\r${part} ${done}   `);

const result: Record<string, unknown> = { seed };
let isBad = false;
if (isWanted('texts')) {
  const texts = fuzzTexts(seed, scaled(TEXTS), progress('texts'));
  isBad ||= texts.crashes.length + texts.hangs.length > 0;
  result['texts'] = { ...texts, boundMs: TEXT_BOUND_MS };
}
if (isWanted('files')) {
  const files = await fuzzFiles(seed, scaled(FILES), progress('files'));
  isBad ||= files.crashes.length + files.hangs.length > 0;
  result['files'] = { ...files, boundMs: FILE_BOUND_MS };
}
if (isWanted('updates')) {
  const updates = await fuzzUpdates(seed, scaled(UPDATES), progress('updates'));
  isBad ||= updates.some(({ asked, answered, hasEnded }) => hasEnded || answered < asked);
  result['updates'] = updates;
}
process.stderr.write('\n');
console.log(JSON.stringify(result, null, 2));
await mkdir('bench/results', { recursive: true });
// What was left out this time stays as it was measured before.
const before = await readFile(RESULTS, 'utf8').then(JSON.parse, () => ({}));
await writeFile(RESULTS, `${JSON.stringify({ ...before, ...result }, null, 2)}\n`);
process.exit(isBad ? 1 : 0);
