import { LRUCache } from 'lru-cache';

/** Keeps something from happening again too soon. */
export interface Cooldowns {
  /** Whether it may happen now; if so, not again for so long. */
  begin(key: string, milliseconds: number): boolean;
}

const MAX_KEYS = 10_000;

/** None are running yet. */
export function createCooldowns(now: () => number = () => performance.now()): Cooldowns {
  const running = new LRUCache<string, true>({ max: MAX_KEYS, ttlResolution: 0, perf: { now } });
  return {
    begin(key, milliseconds) {
      if (running.has(key)) return false;
      if (milliseconds > 0) running.set(key, true, { ttl: milliseconds });
      return true;
    },
  };
}
