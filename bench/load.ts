/**
 * Many people at once on both stand-ins, steady photos and questions: counts what was accepted and answered, and prints how long people waited, what a
 * photo costs and whether memory stays flat. Usage: npm run bench:load -- [--people 1000] [--photos 1000] [--workers 0]
 * `--workers N`: N processes with ROLE=worker beside a bot, over a Redis of its own (needs redis-server); 0: one process does all.
 * Writes bench/results/load.json. Exit status 1 when anything was lost or answered twice.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ChatDriver, Person } from '../test/support/chat-driver.ts';
import { driveDiscord } from '../test/support/discord-driver.ts';
import { type Running, startBuilt } from '../test/support/process.ts';
import { type RunningRedis, startRedis } from '../test/support/redis.ts';
import { sceneOf } from '../test/support/specimen-photos.ts';
import { driveTelegram } from '../test/support/telegram-driver.ts';
import { toJpeg } from './degrade.ts';
import { slope } from './fuzz/files.ts';

const RESULTS = 'bench/results/load.json';
const QUESTION = 'how long does the identity verification take';
const VERDICT = /^(✅|⚠️|❌) /;
/** So many photos are under way at once; more would only measure how a queue grows. */
const AT_ONCE = 12;
const REPLY_BOUND_MS = 120_000;
const TICKS_A_SECOND = 100;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    photos: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '0' },
  },
});
const people = Number(values.people);
const photos = Number(values.photos);
const workers = Number(values.workers);
const photo = await toJpeg((await sceneOf('td1-front')).image);
const chats = [await driveTelegram(), await driveDiscord()];
const redis: RunningRedis | undefined = workers > 0 ? await startRedis() : undefined;
const common = Object.assign({ PORT: '0', LOG_LEVEL: 'silent' }, ...chats.map(({ env }) => env));
const processes: Running[] = [];
const start = async (role: string) => {
  const env = redis ? { ...common, ROLE: role, REDIS_URL: redis.url } : common;
  const process = startBuilt('bots/main.js', [], { env });
  processes.push(process);
  await Promise.all(chats.map(({ ready }) => process.waitFor(ready)));
};
await start(redis ? 'bot' : 'all');
for (let i = 0; i < workers; i++) await start('worker');

const questions = await askAll();
const judged = await judgeAll();
for (const { child } of processes) child.kill('SIGTERM');
await Promise.all(processes.map(({ ended }) => ended));
const violations = chats.flatMap((chat) => chat.violations).length;
for (const chat of chats) await chat.close();
await redis?.stop();

const result = { people, workers, questions, photos: judged, violations };
console.log(JSON.stringify(result, null, 2));
await mkdir('bench/results', { recursive: true });
// One row for each number of workers.
const before = await readFile(RESULTS, 'utf8').then(JSON.parse, () => ({ runs: [] }));
const runs = [...before.runs.filter((run: typeof result) => run.workers !== workers), result];
const sorted = { runs: runs.sort((a, b) => a.workers - b.workers) };
await writeFile(RESULTS, `${JSON.stringify(sorted, null, 2)}\n`);
process.exit(questions.lost + questions.twice + judged.lost + judged.twice + violations > 0 ? 1 : 0);

/** Everybody asks at the same moment, half of them on each platform. */
async function askAll() {
  const askers = Array.from({ length: people }, (_, i) => chats[i % chats.length]!.person());
  const startMs = performance.now();
  for (const person of askers) person.say(QUESTION);
  const waits = await Promise.all(askers.map((person) => firstReplyMs(person, startMs)));
  await sleep(1000);
  return { ...counts(askers, () => true), repliedMs: percentiles(waits), seconds: seconds(startMs) };
}

/** Photos one after the other, so many of them under way at any time. */
async function judgeAll() {
  await judge(chats[0]!, []);
  const before = await usage();
  const memory: [index: number, megabytes: number][] = [];
  const senders: Person[] = [];
  const waits: { acknowledgedMs: number; repliedMs: number }[] = [];
  const startMs = performance.now();
  let next = 0;
  const one = async () => {
    while (next < photos) {
      const index = next++;
      waits.push(await judge(chats[index % chats.length]!, senders));
      if (index % 25 === 0) memory.push([index, (await usage()).megabytes]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const took = seconds(startMs);
  const after = await usage();
  const later = memory.slice(Math.floor(memory.length / 2));
  return {
    ...counts(senders, (text) => VERDICT.test(text)),
    seconds: took,
    perSecond: photos / took,
    acknowledgedMs: percentiles(waits.map(({ acknowledgedMs }) => acknowledgedMs)),
    repliedMs: percentiles(waits.map(({ repliedMs }) => repliedMs)),
    cpuSecondsPerPhoto: (after.cpuSeconds - before.cpuSeconds) / photos,
    megabytes: after.megabytes,
    megabytesPerThousandPhotos: 1000 * slope(later),
  };
}

async function judge(chat: ChatDriver, senders: Person[]) {
  const person = chat.person();
  senders.push(person);
  const startMs = performance.now();
  person.sendPhoto(photo);
  const repliedMs = await firstReplyMs(person, startMs);
  return { repliedMs, acknowledgedMs: (person.signsOfLife()[0] ?? startMs + repliedMs) - startMs };
}

function firstReplyMs(person: Person, startMs: number): Promise<number> {
  return person.until(1, REPLY_BOUND_MS).then(
    ([reply]) => (reply?.atMs ?? Number.NaN) - startMs,
    () => Number.NaN,
  );
}

function counts(senders: readonly Person[], isReply: (text: string) => boolean) {
  const replies = senders.map((person) => person.seen().filter(({ text }) => isReply(text)).length);
  return {
    sent: senders.length,
    answered: replies.filter((count) => count > 0).length,
    lost: replies.filter((count) => count === 0).length,
    twice: replies.filter((count) => count > 1).length,
  };
}

function percentiles(all: readonly number[]) {
  const sorted = all.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function seconds(startMs: number): number {
  return Math.round((performance.now() - startMs) / 100) / 10;
}

/** CPU and memory of all processes, as Linux tells (proc(5)). */
async function usage(): Promise<{ readonly cpuSeconds: number; readonly megabytes: number }> {
  let cpuSeconds = 0;
  let megabytes = 0;
  for (const { child } of processes) {
    const fields = (await readFile(`/proc/${child.pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
    cpuSeconds += (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
    const rss = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    megabytes += Number(rss ?? 0) / 1000;
  }
  return { cpuSeconds, megabytes };
}
