/** Runs jobs: those of one chat one after the other in the order in which they came, those of different chats side by side. */
export interface Turns {
  /** Takes a job at once and returns; false when the chat, or all chats together, have too many waiting. */
  add(chat: string, job: () => Promise<void>): boolean;
  /** Resolves when all that was taken is done. */
  idle(): Promise<void>;
}

/** How many jobs may wait: of one chat, and of all. */
export interface TurnLimits {
  readonly perChat: number;
  readonly inAll: number;
}

const LIMITS: TurnLimits = { perChat: 30, inAll: 2000 };

/** Makes the turns; `onFailure` hears of a job that rejected, and the next one goes on. */
export function createTurns(onFailure: (error: unknown) => void, limits: TurnLimits = LIMITS): Turns {
  const chats = new Map<string, { last: Promise<void>; waiting: number }>();
  let inAll = 0;
  return {
    add(chat, job) {
      const line = chats.get(chat) ?? { last: Promise.resolve(), waiting: 0 };
      if (line.waiting >= limits.perChat || inAll >= limits.inAll) return false;
      line.waiting += 1;
      inAll += 1;
      line.last = line.last
        .then(job)
        .catch(onFailure)
        .finally(() => {
          line.waiting -= 1;
          inAll -= 1;
          if (line.waiting === 0) chats.delete(chat);
        });
      chats.set(chat, line);
      return true;
    },
    async idle() {
      while (chats.size > 0) await Promise.all([...chats.values()].map(({ last }) => last));
    },
  };
}
