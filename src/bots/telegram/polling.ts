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

/**
 * Asks for updates until it is stopped. A lost connection, another process with the same token (409) and a refused token are logged
 * and tried again after a while that grows; telegraf's own polling would end for good.
 */
export function startPolling(api: TelegramApi, log: Log, onUpdate: (update: Update) => void): Polling {
  const aborter = new AbortController();
  const { signal } = aborter;
  const run = async () => {
    let offset = 0;
    let backoffMs = FIRST_BACKOFF_MS;
    while (!signal.aborted) {
      try {
        const updates = await api.updates(offset, WAIT_SECONDS, signal);
        backoffMs = FIRST_BACKOFF_MS;
        for (const update of updates) {
          offset = Math.max(offset, update.update_id + 1);
          onUpdate(update);
        }
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
