import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AccountDetails } from '../../../analysis/index.ts';
import type { PhotoPart, PhotoRecord } from './photo-record.ts';

/** What the next message of a person means. */
export type Expectation = 'copy' | 'rejection' | 'account-name' | 'birth-date' | 'comparison';

/** What is remembered of a person: figures of their last photos, no photo and nothing that was read in one. */
export interface Remembered {
  readonly photos?: Readonly<Partial<Record<PhotoPart, PhotoRecord>>> | undefined;
  readonly lastPart?: PhotoPart | undefined;
  readonly provider?: string | undefined;
  readonly expects?: Expectation | undefined;
  /** What they typed to have it compared with their document, until that photo has come. */
  readonly details?: AccountDetails | undefined;
}

/** Remembers people for a while. An undefined `talk` is nobody: nothing is kept. */
export interface Memory {
  recall(talk: string | undefined): Remembered;
  /** Adds to what is remembered. */
  remember(talk: string | undefined, changes: Remembered): void;
  forget(talk: string | undefined): void;
}

/** Results are of use while the photo is taken again. */
const RESULTS_MS = 30 * 60_000;
/** Names and birth dates of accounts wait for their photo no longer than this. */
const DETAILS_MS = 10 * 60_000;
/** Beyond this number, whoever was silent the longest is forgotten. */
const MAX_PEOPLE = 50_000;

type Results = Omit<Remembered, 'expects' | 'details'>;
type Dialogue = Pick<Remembered, 'expects' | 'details'>;

/** An empty memory. It lives in this process alone, under hashes with a key that nobody has and that ends with the process. */
export function createMemory(now: () => number = () => performance.now()): Memory {
  const secret = randomBytes(32);
  const keyOf = (talk: string) => createHmac('sha256', secret).update(talk).digest('base64');
  const options = { max: MAX_PEOPLE, ttlAutopurge: false, ttlResolution: 0, perf: { now } } as const;
  const results = new LRUCache<string, Results>({ ...options, ttl: RESULTS_MS });
  const dialogues = new LRUCache<string, Dialogue>({ ...options, ttl: DETAILS_MS });
  return {
    recall(talk) {
      if (talk === undefined) return {};
      const key = keyOf(talk);
      return { ...results.get(key), ...dialogues.get(key) };
    },
    remember(talk, changes) {
      if (talk === undefined) return;
      const key = keyOf(talk);
      const { expects, details, ...rest } = changes;
      if (Object.keys(rest).length > 0) results.set(key, { ...results.get(key), ...rest });
      const isDialogue = 'expects' in changes || 'details' in changes;
      if (!isDialogue) return;
      const dialogue = {
        ...dialogues.get(key),
        ...('expects' in changes ? { expects } : {}),
        ...('details' in changes ? { details } : {}),
      };
      if (dialogue.expects === undefined && dialogue.details === undefined) dialogues.delete(key);
      else dialogues.set(key, dialogue);
    },
    forget(talk) {
      if (talk === undefined) return;
      results.delete(keyOf(talk));
      dialogues.delete(keyOf(talk));
    },
  };
}
