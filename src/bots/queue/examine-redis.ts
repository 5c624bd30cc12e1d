import { Redis } from 'ioredis';
import type { Diagnosis } from '../diagnosis.ts';

const CONNECT_MS = 3000;

/** Whether Redis is there and set so that it loses no job. Never rejects. */
export async function examineRedis(url: string): Promise<readonly Diagnosis[]> {
  const subject = 'REDIS_URL';
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectTimeout: CONNECT_MS,
    commandTimeout: CONNECT_MS,
  });
  redis.on('error', () => {
    // What went wrong is told by the call that failed.
  });
  try {
    await redis.connect();
    const memory = await redis.info('memory');
    const persistence = await redis.info('persistence');
    return [
      { subject, state: 'good', text: 'chat:doctor.fine' },
      ...(/maxmemory_policy:noeviction/.test(memory)
        ? []
        : [{ subject, state: 'caution', text: 'chat:doctor.evicting' } as const]),
      ...(/aof_enabled:1/.test(persistence)
        ? []
        : [{ subject, state: 'caution', text: 'chat:doctor.volatile' } as const]),
    ];
  } catch {
    return [{ subject, state: 'bad', text: 'chat:doctor.unreachable' }];
  } finally {
    redis.disconnect();
  }
}
