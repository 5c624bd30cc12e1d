import type { Log } from './log.ts';

/** What is running may take this long to finish after a signal; a container gets 10 s by default, so less than that. */
const MAX_STOP_MS = 8000;

/** Stops on SIGTERM or SIGINT and ends the process with 0; on a bug that nobody caught with 1. Both are logged without their words. */
export function endWithProcess(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const end = async (exitCode: number): Promise<void> => {
    // Whoever presses Ctrl-C twice does not want to wait.
    if (isStopping) process.exit(exitCode);
    isStopping = true;
    const bound = setTimeout(() => {
      log.warn({ event: 'stop-forced' });
      process.exit(exitCode);
    }, MAX_STOP_MS);
    await stop().catch((error: unknown) => log.error({ event: 'stop-failed', error }));
    clearTimeout(bound);
    log.info({ event: 'stopped' });
    process.exit(exitCode);
  };
  process.on('SIGTERM', () => void end(0));
  process.on('SIGINT', () => void end(0));
  process.on('uncaughtException', (error) => {
    log.error({ event: 'uncaught-exception', error });
    void end(1);
  });
  // One lost promise concerns one reply; the others go on.
  process.on('unhandledRejection', (error) => log.error({ event: 'unhandled-rejection', error }));
}
