import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryKeep, createRedisKeep, type Keep } from '../../../src/bots/keep/index.ts';
import { createLog } from '../../../src/bots/log.ts';
import { type RunningRedis, redisPath, startRedis } from '../../support/redis.ts';

const log = createLog('silent');
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function contract(create: () => Keep): void {
  it('gives what was kept last, until it runs out or is deleted', async () => {
    const keep = create();
    expect(await keep.get('a')).toBeUndefined();
    await keep.set('a', { text: 'ü 🙂', list: [1] }, 60_000);
    await keep.set('a', { text: 'later' }, 60_000);
    expect(await keep.get('a')).toEqual({ text: 'later' });
    expect(await keep.get('b')).toBeUndefined();
    await keep.delete('a');
    expect(await keep.get('a')).toBeUndefined();
    await keep.set('c', 1, 40);
    await sleep(90);
    expect(await keep.get('c')).toBeUndefined();
  });

  it('lets one of many claim something for a while', async () => {
    const keep = create();
    const claims = await Promise.all(Array.from({ length: 9 }, () => keep.claim('once', 60)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await sleep(120);
    expect(await keep.claim('once', 60_000)).toBe(true);
    expect(await keep.claim('no wait', 0)).toBe(true);
    expect(await keep.claim('no wait', 0)).toBe(true);
  });
}

describe('what a process keeps', () => {
  contract(() => createMemoryKeep());

  it('is bounded: what was not used the longest goes first', async () => {
    const keep = createMemoryKeep(() => 0, 2);
    for (const key of ['a', 'b', 'c']) await keep.set(key, key, 1000);
    expect([await keep.get('a'), await keep.get('b'), await keep.get('c')]).toEqual([undefined, 'b', 'c']);
  });
});

describe.skipIf(redisPath === undefined)('what processes keep in Redis (needs redis-server on the PATH)', () => {
  let redis: RunningRedis;
  let next = 0;
  const open: { stop(): void }[] = [];
  const keepWith = (secret: string, prefix: string) => {
    const keep = createRedisKeep({ url: redis.url, secret, log, prefix });
    open.push(keep);
    return keep;
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    for (const keep of open) keep.stop();
    await redis.stop();
  });
  contract(() => {
    next += 1;
    return keepWith('a token', `test-${next}`);
  });

  it('is seen by others with the same secret, and tells nothing to anybody else', async () => {
    await keepWith('a token', 'shared').set('telegram:4711', { details: { name: 'Zacharias' } }, 60_000);
    expect(await keepWith('a token', 'shared').get('telegram:4711')).toEqual({ details: { name: 'Zacharias' } });
    expect(await keepWith('another', 'shared').get('telegram:4711')).toBeUndefined();
    const raw = new Redis(redis.url);
    const keys = await raw.keys('shared:*');
    const held = (await Promise.all(keys.map((key) => raw.getBuffer(key)))).map(String).join();
    expect(keys).toHaveLength(1);
    expect(keys.join() + held).not.toMatch(/4711|Zacharias|name/);
    await raw.set(keys[0]!, 'spoilt');
    expect(await keepWith('a token', 'shared').get('telegram:4711')).toBeUndefined();
    raw.disconnect();
  });

  it('keeps nothing, and nobody waiting, where Redis is gone', async () => {
    const keep = createRedisKeep({ url: 'redis://127.0.0.1:1', secret: 'x', log });
    await keep.set('a', 1, 1000);
    expect(await keep.get('a')).toBeUndefined();
    expect(await keep.claim('a', 1000)).toBe(true);
    keep.stop();
  });
});
