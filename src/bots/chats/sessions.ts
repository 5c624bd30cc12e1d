import type { Keep } from '../keep/index.ts';
import type { Reply } from '../platform.ts';

/** What is remembered of a talk, so that follow-up questions and a chosen language work: never a photo, never what was found in one. */
export interface Session {
  readonly previousText?: string | undefined;
  readonly lastTopic?: string | undefined;
  readonly chosenLanguage?: string | undefined;
  /** What the next words are wanted for. */
  readonly asked?: string | undefined;
}

/** Talks by a key of the adapter's. */
export interface Sessions {
  get(key: string): Promise<Session>;
  /** Adds to what is remembered. */
  update(key: string, changes: Session): Promise<void>;
  forget(key: string): Promise<void>;
}

/** Keeps what was said for follow-up questions, unless it belongs to the person alone or they want to be forgotten. */
export async function rememberWords(
  sessions: Sessions,
  key: string,
  previousText: string | undefined,
  replies: readonly Pick<Reply, 'isPersonal' | 'forgets'>[],
): Promise<void> {
  if (replies.some(({ forgets }) => forgets)) await sessions.forget(key);
  else if (!replies.some(({ isPersonal }) => isPersonal)) await sessions.update(key, { previousText });
}

/** A follow-up such as "and a passport?" belongs to what was said at most this long ago. */
const TALK_MS = 10 * 60_000;
/** A chosen language lasts longer: people come back after they have taken the photo again. */
const LANGUAGE_MS = 30 * 24 * 60 * 60_000;

const talkOf = (key: string) => `talk:${key}`;
const languageOf = (key: string) => `language:${key}`;

/** Sessions of one platform that keep nothing themselves. */
export function createSessions(keep: Keep): Sessions {
  return {
    async get(key) {
      const [talk, language] = await Promise.all([keep.get(talkOf(key)), keep.get(languageOf(key))]);
      return { ...(talk as Session | undefined), ...(language as Session | undefined) };
    },
    async update(key, { chosenLanguage, ...talk }) {
      if (chosenLanguage !== undefined) await keep.set(languageOf(key), { chosenLanguage }, LANGUAGE_MS);
      const before = (await keep.get(talkOf(key))) as Session | undefined;
      await keep.set(talkOf(key), { ...before, ...talk }, TALK_MS);
    },
    async forget(key) {
      await Promise.all([keep.delete(talkOf(key)), keep.delete(languageOf(key))]);
    },
  };
}
