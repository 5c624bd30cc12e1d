import type { Reply } from '../platform.ts';

/** What is remembered of a talk, so that follow-up questions and a chosen language work: never a photo, never what was found in one. */
export interface Session {
  readonly previousText?: string | undefined;
  readonly lastTopic?: string | undefined;
  readonly chosenLanguage?: string | undefined;
  /** What the next words are wanted for. */
  readonly asked?: string | undefined;
}

/** Talks by a key of the adapter's. In memory only: a restart forgets all of them. */
export interface Sessions {
  get(key: string, nowMs: number): Session;
  /** Adds to what is remembered. */
  update(key: string, changes: Session, nowMs: number): void;
  forget(key: string): void;
}

/** Keeps what was said for follow-up questions, unless it belongs to the person alone or they want to be forgotten. */
export function rememberWords(
  sessions: Sessions,
  key: string,
  previousText: string | undefined,
  replies: readonly Pick<Reply, 'isPersonal' | 'forgets'>[],
): void {
  if (replies.some(({ forgets }) => forgets)) sessions.forget(key);
  else if (!replies.some(({ isPersonal }) => isPersonal)) sessions.update(key, { previousText }, performance.now());
}

/** A follow-up such as "and a passport?" belongs to what was said at most this long ago. */
const TALK_MS = 10 * 60_000;
/** A chosen language lasts longer: people come back after they have taken the photo again. */
const LANGUAGE_MS = 30 * 24 * 60 * 60_000;
/** Talks beyond this number push the one out that was quiet the longest. */
const MAX_SESSIONS = 50_000;

interface Remembered extends Session {
  readonly atMs: number;
}

/** Makes an empty memory. */
export function createSessions(maxSessions = MAX_SESSIONS): Sessions {
  const remembered = new Map<string, Remembered>();
  const read = (key: string, nowMs: number): Session => {
    const session = remembered.get(key);
    if (session === undefined) return {};
    const { previousText, lastTopic, asked, chosenLanguage, atMs } = session;
    const age = nowMs - atMs;
    return {
      ...(age <= TALK_MS ? { previousText, lastTopic, asked } : {}),
      ...(age <= LANGUAGE_MS ? { chosenLanguage } : {}),
    };
  };
  return {
    get: read,
    update(key, changes, nowMs) {
      const session = { ...read(key, nowMs), ...changes, atMs: nowMs };
      // Deleting first moves the talk to the end: the map's order is the order of last use.
      remembered.delete(key);
      remembered.set(key, session);
      const [quietest] = remembered.keys();
      if (remembered.size > maxSessions && quietest !== undefined) remembered.delete(quietest);
    },
    forget(key) {
      remembered.delete(key);
    },
  };
}
