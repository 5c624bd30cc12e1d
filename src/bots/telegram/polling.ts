import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import type { Log } from '../log.ts';
import { isTokenRefused, type TelegramApi } from './api.ts';

/** Updates that come by asking for them. */
export interface Polling {
  /** Asks no more; resolves when the last request has ended. */
  stop(): Promise<void>;
}

/** How long Telegram keeps a request open when there is nothing new. */
const WAIT_SECONDS = 30;
const FIRST_BACKOFF_MS = 1000;
const MAX_BACKOFF_MS = 30_000;
/** A database has written an update down long before; an album takes several of these, and its other messages may come meanwhile. */
const UNSAFE_WAIT_MS = 250;

/**
 * Asks for updates until it is stopped. A lost connection, another process with the same token (409) and a refused token are logged
 * and tried again after a while that grows; telegraf's own polling would end for good. An update is confirmed to Telegram when `onUpdate` resolves:
 * what a process that ends had not made safe comes again.
 */
export function startPolling(api: TelegramApi, log: Log, onUpdate: (update: Update) => Promise<void>): Polling {
  const aborter = new AbortController();
  const { signal } = aborter;
  const run = async () => {
    let next = 0;
    let backoffMs = FIRST_BACKOFF_MS;
    /** Taken, and not yet safe: asking from a later one on would confirm them. */
    const unsafe = new Map<number, Promise<void>>();
    while (!signal.aborted) {
      try {
        const updates = await api.updates(Math.min(next, ...unsafe.keys()), WAIT_SECONDS, signal);
        backoffMs = FIRST_BACKOFF_MS;
        const fresh = updates.filter(({ update_id: id }) => id >= next);
        for (const update of fresh) {
          const { update_id: id } = update;
          next = Math.max(next, id + 1);
          unsafe.set(
            id,
            onUpdate(update).finally(() => unsafe.delete(id)),
          );
        }
        // Those that wait would come again at once.
        if (unsafe.size > 0) await Promise.race([Promise.all(unsafe.values()), sleep(UNSAFE_WAIT_MS)]);
      } catch (error) {
        if (signal.aborted) return;
        log.warn({ event: isTokenRefused(error) ? 'token-refused' : 'poll-failed', platform: 'telegram', error });
        await sleep(backoffMs, undefined, { signal }).catch(() => undefined);
        backoffMs = Math.min(MAX_BACKOFF_MS, backoffMs * 2);
      }
    }
  };
  const running = run();
  return {
    async stop() {
      aborter.abort();
      await running;
    },
  };
}
