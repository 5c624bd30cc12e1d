/** The door of the queues: photos that were accepted are answered, whatever becomes of the process. */
export { examineRedis } from './examine-redis.ts';
export { createMemoryQueue } from './memory-queue.ts';
export { createRedisQueue } from './redis-queue.ts';
export { createStoredQueue } from './stored-queue.ts';
