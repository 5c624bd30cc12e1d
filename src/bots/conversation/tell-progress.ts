import type { OnProgress } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';

/** Somebody who waits longer than this for an answer wonders whether it comes. */
const LOOKING_AFTER_MS = 2000;
/** Most photos are done by now. */
const STILL_LOOKING_AFTER_MS = 12_000;

/** Whom to tell, in which language, and how many photos were there before. */
export interface Waiting {
  readonly t: Translate;
  readonly onProgress: OnProgress | undefined;
  /** Photos of others that wait already. */
  readonly before: number;
}

/** Runs `work` and says meanwhile that it goes on: at once when others come first, otherwise only when it takes long. */
export async function tellProgress<Result>(
  { t, onProgress, before }: Waiting,
  work: () => Promise<Result>,
): Promise<Result> {
  if (onProgress === undefined) return work();
  if (before > 0) onProgress(t('chat:progress.before', { count: before }));
  const timers = [
    ...(before > 0 ? [] : [setTimeout(() => onProgress(t('chat:progress.looking')), LOOKING_AFTER_MS)]),
    setTimeout(() => onProgress(t('chat:progress.stillLooking')), STILL_LOOKING_AFTER_MS),
  ];
  try {
    return await work();
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
