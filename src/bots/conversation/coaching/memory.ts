import type { AccountDetails } from '../../../analysis/index.ts';
import type { Keep } from '../../keep/index.ts';
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
  recall(talk: string | undefined): Promise<Remembered>;
  /** Adds to what is remembered. */
  remember(talk: string | undefined, changes: Remembered): Promise<void>;
  forget(talk: string | undefined): Promise<void>;
}

/** Results are of use while the photo is taken again. */
const RESULTS_MS = 30 * 60_000;
/** Names and birth dates of accounts wait for their photo no longer than this. */
const DETAILS_MS = 10 * 60_000;

/** Two values a person: what photos gave, and what was typed, which runs out sooner. */
const resultsOf = (talk: string) => `results:${talk}`;
const dialogueOf = (talk: string) => `dialogue:${talk}`;

/** A memory that keeps nothing itself. */
export function createMemory(keep: Keep): Memory {
  const read = async (key: string) => ((await keep.get(key)) ?? {}) as Remembered;
  return {
    async recall(talk) {
      if (talk === undefined) return {};
      const [results, dialogue] = await Promise.all([read(resultsOf(talk)), read(dialogueOf(talk))]);
      return { ...results, ...dialogue };
    },
    async remember(talk, changes) {
      if (talk === undefined) return;
      const { expects, details, ...results } = changes;
      if (Object.keys(results).length > 0) {
        await keep.set(resultsOf(talk), { ...(await read(resultsOf(talk))), ...results }, RESULTS_MS);
      }
      if (!('expects' in changes) && !('details' in changes)) return;
      const dialogue = {
        ...(await read(dialogueOf(talk))),
        ...('expects' in changes ? { expects } : {}),
        ...('details' in changes ? { details } : {}),
      };
      if (dialogue.expects === undefined && dialogue.details === undefined) await keep.delete(dialogueOf(talk));
      else await keep.set(dialogueOf(talk), dialogue, DETAILS_MS);
    },
    async forget(talk) {
      if (talk === undefined) return;
      await Promise.all([keep.delete(resultsOf(talk)), keep.delete(dialogueOf(talk))]);
    },
  };
}
