import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Keep } from './keep.ts';

/** Beyond this number, what was not used the longest is dropped. */
const MAX_VALUES = 150_000;

/** In this process alone, under hashes with a key that nobody has and that ends with the process. */
export function createMemoryKeep(now: () => number = () => performance.now(), max = MAX_VALUES): Keep {
  const secret = randomBytes(32);
  const keyOf = (key: string) => createHmac('sha256', secret).update(key).digest('base64');
  const values = new LRUCache<string, { readonly value: unknown }>({
    max,
    ttl: 1,
    ttlAutopurge: false,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    get: async (key) => values.get(keyOf(key))?.value,
    async set(key, value, ttl) {
      values.set(keyOf(key), { value }, { ttl });
    },
    async delete(key) {
      values.delete(keyOf(key));
    },
    async claim(key, ttl) {
      if (values.has(keyOf(key))) return false;
      if (ttl > 0) values.set(keyOf(key), { value: true }, { ttl });
      return true;
    },
  };
}
