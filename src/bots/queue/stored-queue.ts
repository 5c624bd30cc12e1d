import { randomUUID } from 'node:crypto';
import type { JobQueue } from '../jobs.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/index.ts';
import { MAX_OPEN_JOBS, MAX_TRIES } from './limits.ts';
import { createOrElse } from './or-else.ts';

/** Who does not say for so long that it still works has ended. */
const LEASE_MS = 12_000;
const SWEEP_MS = 3000;
/** Telegram delivers what was not confirmed for a day (Bot API, getUpdates). */
const DONE_MS = 2 * 24 * 60 * 60_000;

/** What the queue needs. */
export interface StoredQueueParts {
  readonly store: Store;
  readonly log: Log;
  /** The time now. */
  now(): Date;
  /** How often it is looked for jobs of processes that ended, and how long a job is one's own without a word; milliseconds. */
  readonly sweepMs?: number;
  readonly leaseMs?: number;
}

/**
 * Jobs as rows of the store, done by the process that accepted them. Each process holds a lease on its rows; the rows of one that ended
 * (`kill -9`) are taken over when their lease runs out, by whichever process looks first.
 */
export function createStoredQueue({
  store,
  log,
  now,
  sweepMs = SWEEP_MS,
  leaseMs = LEASE_MS,
}: StoredQueueParts): JobQueue {
  const owner = randomUUID();
  const lease = () => ({ owner, until: new Date(now().getTime() + leaseMs).toISOString() });
  const sweeps: (() => Promise<void>)[] = [() => store.holdJobs(lease())];
  const sweep = async () => {
    for (const step of sweeps) {
      await step().catch((error: unknown) => log.warn({ event: 'queue-unreachable', error }));
    }
    if (!isStopped) timer = setTimeout(() => void sweep(), sweepMs);
  };
  let isStopped = false;
  let timer = setTimeout(() => void sweep(), 0);
  const orElse = createOrElse(log);
  const finish = (name: string) =>
    orElse(undefined, () => store.finish(name, now().toISOString(), new Date(now().getTime() - DONE_MS).toISOString()));
  const release = (name: string) => orElse(undefined, () => store.releaseJob(name, now().toISOString()));
  return {
    offer: ({ name, platform, chat, reference }) =>
      orElse('mine', async () => {
        if ((await store.countJobs()) >= MAX_OPEN_JOBS) return 'full';
        const job = { name, platform, reference: JSON.stringify({ chat, reference }) };
        return (await store.addJob(job, lease())) ? 'mine' : 'known';
      }),
    finish,
    wasFinished: (name) => orElse(false, () => store.wasFinished(name)),
    release,
    work(platform, run) {
      sweeps.push(async () => {
        const left = await store.takeOverJobs(platform, lease(), now().toISOString());
        for (const { name, reference, tries } of left) {
          log.info({ event: 'job-resumed', platform });
          const job = { name, platform, ...(JSON.parse(reference) as { chat: string; reference: unknown }) };
          void run(job, tries >= MAX_TRIES).then(
            () => finish(name),
            async (error: unknown) => {
              log.warn({ event: 'job-failed', platform, error });
              await (tries >= MAX_TRIES ? finish(name) : release(name));
            },
          );
        }
      });
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
