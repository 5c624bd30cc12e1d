import type { Generated } from 'kysely';

/** The tables. JSON is text on both databases; times are ISO 8601 in UTC; nothing here tells who a person is. */
export interface Schema {
  /** What a community has set, whole, as JSON. */
  settings: { community: string; value: string; changed_at: string };
  /** Every change of settings: by which role, what was done, and how things stood before and after. */
  audit: {
    id: Generated<number>;
    community: string;
    at: string;
    role: string;
    action: string;
    before: string | null;
    after: string | null;
    /** 1 when it was undone, so that the next undo goes further back. */
    undone: number;
  };
  /** Questions that were declined or did not help, redacted before they come here. */
  unanswered: {
    id: Generated<number>;
    community: string;
    at: string;
    language: string;
    reason: string;
    text: string;
  };
  /** How often something happened on a day. */
  counts: { community: string; day: string; name: string; count: number };
  /** Ways into the settings of a community by the browser: only hashes, so that who reads this table gets in nowhere. */
  passes: { hash: string; kind: string; community: string; role: string; until: string };
  /** What one of several processes has taken upon itself. */
  claims: { name: string; at: string };
  /** Accepted photos: where the platform keeps them and where the reply goes, never a byte or a word of them. */
  jobs: { name: string; platform: string; reference: string; owner: string; until: string; tries: number };
  /** Messages that were answered, so that one that is delivered again is not answered twice. */
  done: { name: string; at: string };
}
