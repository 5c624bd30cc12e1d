import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { Piscina } from 'piscina';
import type {
  BarsRequest,
  CardRequest,
  CopyOutcome,
  CopyRequest,
  PhotoSubmission,
  PictureRequest,
  Report,
} from './types.ts';

/** Judges photos on worker threads; the caller's thread never blocks on pixels. */
export interface PhotoAnalyser {
  /**
   * Never rejects because of what is in the file: a broken file is a finding. Rejects with an AnalyserBusyError when too many wait,
   * with an AbortError when it took too long, with another Error when the work was lost.
   */
  analyse(submission: PhotoSubmission): Promise<Report>;
  /**
   * The annotated, redacted picture of a report as JPEG bytes: the photo made unreadable, and the areas of the findings outlined
   * with badges numbered like `report.findings` (1 = the first), named in a legend when there are `labels`. Undefined when the file has no pixels.
   */
  drawPicture(request: PictureRequest): Promise<Uint8Array | undefined>;
  /** A copy of a photo that upload pages take, or why there is none. Rejects as `analyse` does. */
  copyForUpload(request: CopyRequest): Promise<CopyOutcome>;
  /** A readiness card as JPEG bytes. */
  drawCard(request: CardRequest): Promise<Uint8Array>;
  /** Counts as bars, as JPEG bytes. */
  drawBars(request: BarsRequest): Promise<Uint8Array>;
  /** Photos and pictures that wait for a free thread. */
  readonly waiting: number;
  /** Finishes what is running, then ends the threads. */
  close(): Promise<void>;
}

/** How many threads and how much may wait. */
interface AnalyserOptions {
  /** Photos judged at once; default: one per core, at most four, as a thread with its models takes about 200 MB. */
  readonly threads?: number;
  /** Photos that may wait before further ones are refused. */
  readonly maxWaiting?: number;
}

/** A photo that takes longer than this was made to: a 48 MP one takes two seconds on a small machine. */
const TIME_LIMIT_MS = 60_000;
const MAX_THREADS = 4;
const MAX_WAITING = 200;

/** The worker is always the built one: the same path leads to it from src/ and from dist/. */
const WORKER = new URL('../../dist/analysis/worker.js', import.meta.url);

/** So many photos wait already that this one was not taken. Nothing is lost: it can be sent again. */
export class AnalyserBusyError extends Error {
  override readonly name = 'AnalyserBusyError';
}

/** Starts the threads that judge photos. Call `close` before the process ends. */
export function createPhotoAnalyser(options: AnalyserOptions = {}): PhotoAnalyser {
  const threads = options.threads ?? Math.min(MAX_THREADS, availableParallelism());
  const maxWaiting = options.maxWaiting ?? MAX_WAITING;
  const pool = new Piscina({
    filename: WORKER.href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
  });
  // Photos wait here and not in the pool: the time limit of each runs from its own start.
  const queue = new PQueue({ concurrency: threads });
  const run = async (
    name: 'analyse' | 'draw' | 'copy' | 'card' | 'bars',
    task: PhotoSubmission | PictureRequest | CopyRequest | CardRequest | BarsRequest,
  ) => {
    if (queue.size >= maxWaiting)
      throw new AnalyserBusyError(`${queue.size} photos are waiting, at most ${maxWaiting} may`);
    return queue.add(() => pool.run(task, { name, signal: AbortSignal.timeout(TIME_LIMIT_MS) }));
  };
  return {
    analyse: (submission) => run('analyse', submission),
    drawPicture: (request) => run('draw', request),
    copyForUpload: (request) => run('copy', request),
    drawCard: (request) => run('card', request),
    drawBars: (request) => run('bars', request),
    get waiting() {
      return queue.size;
    },
    async close() {
      await queue.onIdle();
      await pool.destroy();
    },
  };
}
