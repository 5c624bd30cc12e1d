/**
 * Kills processes at random moments under load (SIGKILL): a bot, workers and Redis, each started again at once; then counts what became of
 * every photo. Usage: npm run bench:chaos -- [--seconds 90] [--seed 1]. Needs redis-server and PostgreSQL. Writes bench/results/chaos.json.
 * Exit status 1 when an accepted photo was lost, or answered twice.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Person } from '../test/support/chat-driver.ts';
import { driveDiscord } from '../test/support/discord-driver.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { type Running, startBuilt } from '../test/support/process.ts';
import { startRedis } from '../test/support/redis.ts';
import { sceneOf } from '../test/support/specimen-photos.ts';
import { driveTelegram } from '../test/support/telegram-driver.ts';
import { toJpeg } from './degrade.ts';
import { randomFrom } from './specimens/random.ts';

const RESULTS = 'bench/results/chaos.json';
const VERDICT = /^(✅|⚠️|❌) /;
const PHOTO_EVERY_MS = 900;
const KILL_EVERY_MS = 6000;
/** Whoever was accepted is answered by then, however often processes ended over it. */
const BOUND_MS = 120_000;

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '90' }, seed: { type: 'string', default: '1' } },
});
const random = randomFrom(Number(values.seed));
const photo = await toJpeg((await sceneOf('td1-front')).image);
const chats = [await driveTelegram(), await driveDiscord()];
const redis = await startRedis();
const postgres = await startPostgres();
const common: Record<string, string> = Object.assign(
  { PORT: '0', LOG_LEVEL: 'silent', REDIS_URL: redis.url, DATABASE_URL: postgres.place.databaseUrl },
  ...chats.map(({ env }) => env),
);
const ROLES = { bot: 'bot', 'worker 1': 'worker', 'worker 2': 'worker' } as const;
type Name = keyof typeof ROLES;
const running = new Map<Name, Running>();
for (const name of Object.keys(ROLES) as Name[]) await start(name);

const kills: Record<string, number> = {};
const senders: Person[] = [];
let isOver = false;
const endMs = performance.now() + 1000 * Number(values.seconds);
const killing = kill();
while (performance.now() < endMs) {
  const person = chats[senders.length % chats.length]!.person();
  senders.push(person);
  person.sendPhoto(photo);
  await sleep(PHOTO_EVERY_MS);
}
isOver = true;
await killing;
const boundMs = performance.now() + BOUND_MS;
while (performance.now() < boundMs && count().answered < count().accepted) await sleep(500);
// A second answer would have come by now.
await sleep(8000);
const result = {
  seconds: Number(values.seconds),
  kills,
  ...count(),
  violations: chats.flatMap((chat) => chat.violations).length,
};
for (const process of running.values()) process.child.kill('SIGTERM');
await Promise.all([...running.values()].map(({ ended }) => ended));
for (const chat of chats) await chat.close();
await redis.stop();
await postgres.remove();
console.log(JSON.stringify(result, null, 2));
await mkdir('bench/results', { recursive: true });
await writeFile(RESULTS, `${JSON.stringify(result, null, 2)}\n`);
process.exit(result.lost + result.twice > 0 ? 1 : 0);

async function start(name: Name): Promise<void> {
  const process = startBuilt('bots/main.js', [], { env: { ...common, ROLE: ROLES[name] } });
  running.set(name, process);
  await Promise.all(chats.map(({ ready }) => process.waitFor(ready)));
}

/** One of the processes, or Redis, at a time; each is back at once, as a supervisor would have it. */
async function kill(): Promise<void> {
  while (!isOver) {
    await sleep(random.between(0.5, 1.5) * KILL_EVERY_MS);
    const victim = random.pick([...(Object.keys(ROLES) as Name[]), 'redis'] as const);
    kills[victim] = (kills[victim] ?? 0) + 1;
    if (victim === 'redis') await redis.crash();
    else {
      const process = running.get(victim)!;
      process.child.kill('SIGKILL');
      await process.ended;
      await start(victim);
    }
  }
}

/** Accepted is whoever was shown that the bot is at work: what Discord sends while no bot is there, it never sends again. */
function count() {
  const accepted = senders.filter((person) => person.signsOfLife().length > 0 || verdicts(person) > 0);
  const replies = accepted.map(verdicts);
  return {
    sent: senders.length,
    accepted: accepted.length,
    answered: replies.filter((times) => times > 0).length,
    lost: replies.filter((times) => times === 0).length,
    twice: replies.filter((times) => times > 1).length,
  };
}

function verdicts(person: Person): number {
  return person.seen().filter(({ text }) => VERDICT.test(text)).length;
}
