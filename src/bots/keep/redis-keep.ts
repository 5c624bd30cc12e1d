import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import type { Keep } from './keep.ts';

/** What this needs. */
export interface RedisKeepParts {
  readonly url: string;
  /** Something that all processes know and Redis does not, such as the token of the bot: keys and values are made unreadable with it. */
  readonly secret: string;
  readonly log: Log;
  readonly prefix?: string;
}

const TIMEOUT_MS = 2000;
const KEY_BYTES = 32;
/** AES-GCM (NIST SP 800-38D): a nonce of 96 bits, a tag of 128. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * In Redis, for all processes: keys as HMAC, values encrypted (AES-256-GCM), so that Redis, its file and its backups tell nothing. What Redis cannot
 * give is as good as run out.
 */
export function createRedisKeep({ url, secret, log, prefix = 'retake:keep' }: RedisKeepParts): Keep & { stop(): void } {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
  });
  redis.on('error', (error) => log.warn({ event: 'keep-unreachable', error }));
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'retake', purpose, KEY_BYTES));
  const [hashing, sealing] = [derived('keys'), derived('values')];
  const keyOf = (key: string) => `${prefix}:${createHmac('sha256', hashing).update(key).digest('base64url')}`;
  const orElse = async <Result>(fallback: Result, work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      log.warn({ event: 'keep-unreachable', error });
      return fallback;
    }
  };

  function seal(value: unknown): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  function unseal(bytes: Buffer): unknown {
    const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    return JSON.parse(text);
  }

  return {
    get: (key) =>
      orElse<unknown>(undefined, async () => {
        const bytes = await redis.getBuffer(keyOf(key));
        return bytes === null ? undefined : unseal(bytes);
      }),
    set: (key, value, milliseconds) =>
      orElse(undefined, async () => void (await redis.set(keyOf(key), seal(value), 'PX', milliseconds))),
    delete: (key) => orElse(undefined, async () => void (await redis.del(keyOf(key)))),
    claim: (key, milliseconds) =>
      orElse(true, async () => {
        if (milliseconds > 0) return (await redis.set(keyOf(key), '', 'PX', milliseconds, 'NX')) === 'OK';
        return (await redis.exists(keyOf(key))) === 0;
      }),
    stop: () => redis.disconnect(),
  };
}
