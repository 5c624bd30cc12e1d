/** The door of what is kept for a while: in this process, or in a Redis that several processes share. */
export type { Keep } from './keep.ts';
export { createMemoryKeep } from './memory-keep.ts';
export { createRedisKeep } from './redis-keep.ts';
