/** Remembers which events were taken, so that none is handled twice: platforms repeat them after a lost connection. */
export interface Seen {
  /** True the first time that a key comes. */
  isNew(key: string): boolean;
}

const MAX_KEYS = 20_000;

/** Makes an empty memory that forgets the oldest keys. */
export function createSeen(maxKeys = MAX_KEYS): Seen {
  const keys = new Set<string>();
  return {
    isNew(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > maxKeys && oldest !== undefined) keys.delete(oldest);
      return true;
    },
  };
}
