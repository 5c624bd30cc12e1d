import { type Job as BullJob, DelayedError, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Job, JobQueue } from '../jobs.ts';
import type { Log } from '../log.ts';
import { MAX_OPEN_JOBS, MAX_TRIES } from './limits.ts';
import { createOrElse } from './or-else.ts';

/** What the queue needs. */
export interface RedisQueueParts {
  readonly url: string;
  readonly log: Log;
  /** This process does jobs, of all that share the Redis. */
  readonly isWorker: boolean;
  /** The time now. */
  now(): Date;
  /** Photos that this process looks at side by side. */
  readonly concurrency?: number;
  /** Keys begin with it, so that a Redis can serve others too. */
  readonly prefix?: string;
}

/** A worker that says nothing for so long has ended, and its photo goes to another one (BullMQ, Stalled Jobs). */
const LOCK_MS = 6000;
const STALLED_MS = 2000;
/** Telegram delivers what was not confirmed for a day; so long a message is known. */
const KNOWN_S = 2 * 24 * 60 * 60;
const BACKOFF_MS = 1000;
/** How soon a photo looks again whether those before it of the same chat are done. */
const TURN_MS = 150;
/** Without a word of Redis for so long, a photo is answered without it. */
const CONNECT_MS = 3000;
const CONCURRENCY = 4;

/** What a job holds in Redis. */
type Held = Pick<Job, 'name' | 'chat' | 'reference'>;

/**
 * Jobs in Redis (BullMQ), done by any process that works. Redis must not evict (`maxmemory-policy noeviction`) and should append to its file
 * (`appendonly yes`), so that its own end loses nothing.
 */
export function createRedisQueue({
  url,
  log,
  isWorker,
  now,
  concurrency = CONCURRENCY,
  prefix = 'retake',
}: RedisQueueParts): JobQueue {
  const lost = (error: Error) => log.warn({ event: 'queue-unreachable', error });
  const redis = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: CONNECT_MS, commandTimeout: CONNECT_MS });
  redis.on('error', lost);
  const queues = new Map<string, Queue<Held>>();
  const workers: Worker<Held>[] = [];
  const queueOf = (platform: string) => {
    const known = queues.get(platform);
    if (known) return known;
    const connection = { url, maxRetriesPerRequest: 1, connectTimeout: CONNECT_MS, commandTimeout: CONNECT_MS };
    const made = new Queue<Held>(platform, { prefix, connection });
    made.on('error', lost);
    queues.set(platform, made);
    return made;
  };
  const orElse = createOrElse(log);
  const doneKey = (name: string) => `${prefix}:done:${name}`;
  const lineOf = (platform: string, chat: string) => `${prefix}:line:${platform}:${chat}`;
  const leave = (platform: string, { chat, name }: Held) => redis.zrem(lineOf(platform, chat), idOf(name));

  /** Whether it is the turn of a job among those of its chat; those before it that no longer exist are passed over. */
  async function isItsTurn(platform: string, { chat, name }: Held): Promise<boolean> {
    const line = lineOf(platform, chat);
    for (;;) {
      const [first] = await redis.zrange(line, '0', '0');
      if (first === undefined || first === idOf(name)) return true;
      const state = await queueOf(platform).getJobState(first);
      if (state !== 'unknown' && state !== 'completed' && state !== 'failed') return false;
      await redis.zrem(line, first);
    }
  }

  return {
    offer: ({ name, platform, chat, reference }) =>
      orElse('mine', async () => {
        // BullMQ waits for a connection for ever; this does not.
        await redis.ping();
        const queue = queueOf(platform);
        const { waiting = 0, delayed = 0, active = 0 } = await queue.getJobCounts('waiting', 'delayed', 'active');
        if (waiting + delayed + active >= MAX_OPEN_JOBS) return 'full';
        const held = { name, chat, reference };
        const line = lineOf(platform, chat);
        // A message that comes again has the same number: it keeps its place, and the queue keeps the job that it has.
        await redis
          .multi()
          .zadd(line, 'NX', String(await redis.incr(`${prefix}:order`)), idOf(name))
          .expire(line, KNOWN_S)
          .exec();
        await queue.add('photo', held, {
          jobId: idOf(name),
          attempts: MAX_TRIES,
          backoff: { type: 'exponential', delay: BACKOFF_MS },
          removeOnComplete: { age: KNOWN_S },
          removeOnFail: { age: KNOWN_S },
        });
        return 'elsewhere';
      }),
    finish: (name) => orElse(undefined, async () => void (await redis.set(doneKey(name), 1, 'EX', KNOWN_S))),
    wasFinished: (name) => orElse(false, async () => (await redis.exists(doneKey(name))) === 1),
    release: async () => {},
    work(platform, run) {
      if (!isWorker) return;
      const process = async (job: BullJob<Held>, token?: string) => {
        if (!(await isItsTurn(platform, job.data))) {
          await job.moveToDelayed(now().getTime() + TURN_MS, token);
          throw new DelayedError();
        }
        // Both count: tries that failed, and workers that ended over it.
        const isLastTry = job.attemptsMade + job.stalledCounter + 1 >= MAX_TRIES;
        try {
          await run({ ...job.data, platform }, isLastTry);
        } catch (error) {
          log.warn({ event: 'job-failed', platform, error });
          if (!isLastTry) throw error;
        }
        await leave(platform, job.data);
      };
      const worker = new Worker<Held>(platform, process, {
        prefix,
        concurrency,
        connection: { url, maxRetriesPerRequest: null },
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_MS,
        maxStalledCount: MAX_TRIES,
      });
      worker.on('error', lost);
      workers.push(worker);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      redis.disconnect();
    },
  };
}

/** BullMQ keeps the colon for itself. */
function idOf(name: string): string {
  return name.replaceAll(':', '_');
}
