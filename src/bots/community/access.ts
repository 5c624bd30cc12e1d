import { createHash, randomBytes } from 'node:crypto';
import type { Pass, Store } from '../store/index.ts';

/** Long enough to move from the phone to the desk. */
const LINK_MS = 10 * 60_000;
/** A role that was taken away ends here at the latest. */
const SESSION_MS = 2 * 60 * 60_000;
const TOKEN_BYTES = 32;

/** The way into the settings of a community by the browser: a link that works once becomes a session. */
export interface Access {
  /** A token for a link. */
  invite(community: string, role: string): Promise<string>;
  /** The token of a session for that of a link; undefined when it is none, was used or is too old. */
  enter(token: string): Promise<string | undefined>;
  /** Whose settings a session may change, and as what. */
  sessionOf(token: string): Promise<Pick<Pass, 'community' | 'role'> | undefined>;
  leave(token: string): Promise<void>;
}

/** Keeps hashes of the tokens in the store, so that all processes know them and nobody gets in with what the store holds. */
export function createAccess(store: Store, now: () => Date): Access {
  const inFuture = (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString();
  const issue = async (kind: Pass['kind'], community: string, role: string, milliseconds: number) => {
    const token = randomBytes(TOKEN_BYTES).toString('hex');
    await store.addPass(hashOf(token), { kind, community, role, until: inFuture(milliseconds) });
    return token;
  };
  return {
    invite: (community, role) => issue('link', community, role, LINK_MS),
    async enter(token) {
      const pass = await store.takePass(hashOf(token), 'link', now().toISOString());
      return pass && issue('session', pass.community, pass.role, SESSION_MS);
    },
    sessionOf: (token) => store.readPass(hashOf(token), 'session', now().toISOString()),
    async leave(token) {
      await store.takePass(hashOf(token), 'session', now().toISOString());
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
