import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toJpeg } from '../../bench/degrade.ts';
import type { ChatDriver, Person } from '../support/chat-driver.ts';
import { driveDiscord } from '../support/discord-driver.ts';
import { type Running, startBuilt } from '../support/process.ts';
import { type RunningRedis, redisPath, startRedis } from '../support/redis.ts';
import { sceneOf } from '../support/specimen-photos.ts';
import { driveTelegram } from '../support/telegram-driver.ts';

const VERDICT = /^(✅|⚠️|❌) /;
const MOVED_ON_MS = 40_000;
const QUIET_MS = 2500;
const verdicts = (person: Person) => person.seen().filter(({ text }) => VERDICT.test(text)).length;

let photo: Uint8Array;
beforeAll(async () => {
  photo = await toJpeg((await sceneOf('td1-front')).image);
});

describe.skipIf(redisPath === undefined)('a bot and its workers (needs redis-server on the PATH)', () => {
  let chats: ChatDriver[];
  let redis: RunningRedis;
  const running: Running[] = [];
  const start = async (role: string) => {
    const env = { PORT: '0', ROLE: role, REDIS_URL: redis.url, ...chats[0]?.env, ...chats[1]?.env };
    const process = startBuilt('bots/main.js', [], { env });
    running.push(process);
    await Promise.all(chats.map(({ ready }) => process.waitFor(ready)));
    return process;
  };
  beforeEach(async () => {
    redis = await startRedis();
    chats = [await driveTelegram(), await driveDiscord()];
  });
  afterEach(async () => {
    for (const { child } of running) child.kill('SIGTERM');
    await Promise.all(running.map(({ ended }) => ended));
    running.length = 0;
    expect(chats.flatMap(({ violations }) => violations)).toEqual([]);
    for (const chat of chats) await chat.close();
    await redis.stop();
  });

  it('answer every photo once, in both chats, when a worker is killed over them; the bot answers questions itself', async () => {
    await start('bot');
    const first = await start('worker');
    const people = chats.flatMap((chat) => [chat.person(), chat.person()]);
    for (const person of people) person.sendPhoto(photo);
    await sleep(600);
    first.child.kill('SIGKILL');
    await first.ended;
    people[0]?.say('how long does the identity verification take');
    await expect.poll(() => people[0]?.seen().some(({ text }) => text.includes('Most checks take'))).toBe(true);
    await start('worker');
    await expect.poll(() => people.map(verdicts), { timeout: MOVED_ON_MS, interval: 200 }).toEqual([1, 1, 1, 1]);
    await sleep(QUIET_MS);
    expect(people.map(verdicts)).toEqual([1, 1, 1, 1]);
  });

  it('answer every photo that was accepted before Redis and the bot ended', async () => {
    const bot = await start('bot');
    const people = chats.flatMap((chat) => [chat.person(), chat.person()]);
    for (const person of people) person.sendPhoto(photo);
    await sleep(1000);
    bot.child.kill('SIGKILL');
    await bot.ended;
    await redis.crash();
    await start('worker');
    await expect.poll(() => people.map(verdicts), { timeout: MOVED_ON_MS, interval: 200 }).toEqual([1, 1, 1, 1]);
    await start('bot');
    await sleep(QUIET_MS);
    expect(people.map(verdicts)).toEqual([1, 1, 1, 1]);
  });
});
