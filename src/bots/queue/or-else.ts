import type { Log } from '../log.ts';

/** Does something that needs the queue; what cannot be done is noted, and `fallback` holds instead. */
export type OrElse = <Result>(fallback: Result, work: () => Promise<Result>) => Promise<Result>;

/** For a log. */
export function createOrElse(log: Log): OrElse {
  return async (fallback, work) => {
    try {
      return await work();
    } catch (error) {
      log.error({ event: 'queue-unreachable', error });
      return fallback;
    }
  };
}
