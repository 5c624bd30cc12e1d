import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, JobQueue } from '../../../src/bots/jobs.ts';
import { createLog } from '../../../src/bots/log.ts';
import { createMemoryQueue, createRedisQueue, createStoredQueue } from '../../../src/bots/queue/index.ts';
import { openStore } from '../../../src/bots/store/index.ts';
import { type RunningRedis, redisPath, startRedis } from '../../support/redis.ts';

const log = createLog('silent');
const now = () => new Date();
const SOON = { timeout: 10_000, interval: 50 };
let next = 0;
const job = (chat = 'chat'): Job => {
  next += 1;
  return { name: `telegram:${next}`, platform: 'telegram', chat, reference: [{ update_id: next }] };
};

describe('the queue in the store', () => {
  let directory: string;
  const queues: JobQueue[] = [];
  const stores: { close(): Promise<void> }[] = [];
  /** As another process on the same file. */
  const open = async (leaseMs = 400, sweepMs = 50) => {
    const store = await openStore({ directory });
    const queue = createStoredQueue({ store, log, now, leaseMs, sweepMs });
    queues.push(queue);
    stores.push(store);
    return queue;
  };
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'queue-'));
  });
  afterAll(async () => {
    for (const queue of queues) await queue.stop();
    for (const store of stores) await store.close();
    await rm(directory, { recursive: true });
  });

  it('gives a job to whoever offers it, once, and knows it when it is done', async () => {
    const queue = await open();
    const one = job();
    expect(await queue.offer(one)).toBe('mine');
    expect(await queue.offer(one)).toBe('known');
    await queue.finish(one.name);
    expect(await queue.offer(one)).toBe('known');
    expect(await queue.wasFinished(one.name)).toBe(true);
    expect(await queue.wasFinished('telegram:0')).toBe(false);
  });

  it('hands the job of a process that ended to one other, whole, and not while its process lives', async () => {
    const ended = await open();
    const lives = await open();
    const [lost, kept] = [job('a'), job('b')];
    await ended.offer(lost);
    await lives.offer(kept);
    await ended.stop();
    const done: Job[] = [];
    for (const queue of [lives, await open()]) queue.work('telegram', async (one) => void done.push(one));
    await expect.poll(() => done.length, SOON).toBe(1);
    expect(done).toEqual([lost]);
    await sleep(800);
    expect(done).toEqual([lost]);
    await expect.poll(() => lives.wasFinished(lost.name), SOON).toBe(true);
  });

  it('tries a job that fails three times, says which time is the last, and then lets it be', async () => {
    const queue = await open();
    const one = { ...job(), platform: 'discord' } as const;
    await queue.offer(one);
    const tries: boolean[] = [];
    queue.work('discord', async (_, isLastTry) => {
      tries.push(isLastTry);
      throw new Error('broken');
    });
    await queue.release(one.name);
    await expect.poll(() => tries.length, SOON).toBe(2);
    await expect.poll(() => queue.wasFinished(one.name), SOON).toBe(true);
    expect(tries).toEqual([false, true]);
  });

  it('lets photos be answered without it when the database is gone', async () => {
    const store = await openStore({ directory });
    const queue = createStoredQueue({ store, log, now });
    await queue.stop();
    await store.close();
    expect(await queue.offer(job())).toBe('mine');
    expect(await queue.wasFinished('x')).toBe(false);
    await queue.finish('x');
    await queue.release('x');
  });
});

describe('no queue', () => {
  it('lets everything be done here and now', async () => {
    const queue = createMemoryQueue();
    expect(await queue.offer(job())).toBe('mine');
    expect(await queue.wasFinished('x')).toBe(false);
    queue.work('telegram', async () => {});
    await queue.finish('x');
    await queue.release('x');
    await queue.stop();
  });
});

describe.skipIf(redisPath === undefined)('the queue in Redis (needs redis-server on the PATH)', () => {
  let redis: RunningRedis;
  const queues: JobQueue[] = [];
  let prefixes = 0;
  let prefix = '';
  const open = (isWorker: boolean, concurrency = 4) => {
    const queue = createRedisQueue({ url: redis.url, log, now, isWorker, concurrency, prefix });
    queues.push(queue);
    return queue;
  };
  const fresh = () => {
    prefixes += 1;
    prefix = `test-${prefixes}`;
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    await Promise.all(queues.map((queue) => queue.stop()));
    await redis.stop();
  });

  it('gives each job to one of the workers, once, whoever offers it how often', async () => {
    fresh();
    const done: string[] = [];
    for (const worker of [open(true), open(true)]) worker.work('telegram', async ({ name }) => void done.push(name));
    const bot = open(false);
    bot.work('telegram', async () => void done.push('a bot does no jobs'));
    const jobs = Array.from({ length: 20 }, (_, i) => job(`chat ${i % 7}`));
    for (const one of [...jobs, ...jobs]) expect(await bot.offer(one)).toBe('elsewhere');
    await expect.poll(() => done.length, SOON).toBe(20);
    for (const one of jobs) await bot.offer(one);
    await sleep(500);
    expect([...done].sort()).toEqual(jobs.map(({ name }) => name).sort());
  });

  it('keeps the order in a chat, and other chats do not wait for it', async () => {
    fresh();
    const done: string[] = [];
    const bot = open(false);
    const slow = Array.from({ length: 4 }, () => job('slow'));
    const other = job('other');
    for (const one of [...slow, other]) await bot.offer(one);
    for (const worker of [open(true), open(true)])
      worker.work('telegram', async ({ name, chat }) => {
        if (chat === 'slow') await sleep(300 - 60 * done.length);
        done.push(name);
      });
    await expect.poll(() => done.length, { ...SOON, timeout: 15_000 }).toBe(5);
    expect(done.filter((name) => name !== other.name)).toEqual(slow.map(({ name }) => name));
    expect(done[0]).toBe(other.name);
  });

  it('tries a job that fails three times, says which time is the last, and goes on with the chat', async () => {
    fresh();
    const tries: string[] = [];
    const bot = open(false);
    const [broken, after] = [job(), job()];
    await bot.offer(broken);
    await bot.offer(after);
    open(true).work('telegram', async ({ name }, isLastTry) => {
      tries.push(`${name === broken.name ? 'broken' : 'after'} ${isLastTry}`);
      if (name === broken.name) throw new Error('broken');
    });
    await expect.poll(() => tries.length, { ...SOON, timeout: 15_000 }).toBe(4);
    expect(tries).toEqual(['broken false', 'broken false', 'broken true', 'after false']);
  });

  it('loses nothing that it accepted when Redis ends without notice', async () => {
    fresh();
    const bot = open(false);
    const jobs = Array.from({ length: 30 }, (_, i) => job(`chat ${i}`));
    for (const one of jobs) await bot.offer(one);
    await redis.crash();
    const done: string[] = [];
    open(true).work('telegram', async ({ name }) => void done.push(name));
    await expect.poll(() => done.length, { ...SOON, timeout: 20_000 }).toBe(30);
    expect(new Set(done).size).toBe(30);
  });

  it('knows what was answered in any process', async () => {
    fresh();
    await open(false).finish('telegram:7');
    expect(await open(false).wasFinished('telegram:7')).toBe(true);
    expect(await open(false).wasFinished('telegram:8')).toBe(false);
  });

  it('lets photos be answered without it when it is gone', async () => {
    const gone = createRedisQueue({ url: 'redis://127.0.0.1:1', log, now, isWorker: false });
    expect(await gone.offer(job())).toBe('mine');
    expect(await gone.wasFinished('x')).toBe(false);
    await gone.finish('x');
    await gone.stop();
  });
});
