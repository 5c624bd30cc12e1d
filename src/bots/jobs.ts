/** The port between what receives photos and what answers them: perhaps another process, perhaps after this one has ended. Types only. */

/** A photo that was accepted, as a reference: where the platform keeps it and where the reply goes. Never a byte of it, never words. */
export interface Job {
  /** The platform and its own number of the message: the same for one that is delivered again. */
  readonly name: string;
  readonly platform: 'telegram' | 'discord';
  /** Jobs of one chat are done in their order. */
  readonly chat: string;
  /** What the adapter needs to make the message of it again; JSON. */
  readonly reference: unknown;
}

/**
 * What becomes of a job that is offered: `mine`: whoever offered it does it now; `elsewhere`: a worker does it; `known`: it was offered before;
 * `full`: too many wait.
 */
export type Acceptance = 'mine' | 'elsewhere' | 'known' | 'full';

/** Keeps what was accepted until it is done. No method rejects: when the queue cannot be reached, photos are answered without it. */
export interface JobQueue {
  /** Resolves when it is safe: the process may end at any time after that. */
  offer(job: Job): Promise<Acceptance>;
  /** The message is answered, for good; also one that never was a job. */
  finish(name: string): Promise<void>;
  /** Whether a message was answered before, by any process. */
  wasFinished(name: string): Promise<boolean>;
  /** It could not be done now; somebody is to try again. */
  release(name: string): Promise<void>;
  /**
   * Does the jobs of a platform that nobody does: of a process that ended, or all of them in a worker. `run` resolves when the job is done and
   * rejects when it is to be tried again; `isLastTry`: say that it went wrong rather than try once more.
   */
  work(platform: Job['platform'], run: (job: Job, isLastTry: boolean) => Promise<void>): void;
  /** Takes no more jobs. */
  stop(): Promise<void>;
}
