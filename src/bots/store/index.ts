/** The door of the store: what is kept of communities, behind methods that say what they are for. No SQL leaves this folder. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { connect, type StorePlace } from './connect.ts';
import { type JobStore, jobsOver } from './jobs.ts';
import type { Schema } from './schema.ts';

export { copyDatabase, type StorePlace } from './connect.ts';

/** A change of settings, as it is kept. */
export interface Change {
  /** The role of whoever made it, never a name or an id. */
  readonly role: string;
  readonly action: string;
  readonly at: string;
}

/** A change that was made. */
export interface AuditEntry extends Change {
  readonly before: unknown;
  readonly after: unknown;
  readonly isUndone: boolean;
}

/** A redacted question. */
export interface StoredQuestion {
  readonly id: number;
  readonly at: string;
  readonly language: string;
  readonly reason: string;
  readonly text: string;
}

/** A way into the settings of a community: a link that works once, or what a browser holds after it. */
export interface Pass {
  readonly kind: 'link' | 'session';
  readonly community: string;
  readonly role: string;
  /** When it ends, ISO 8601. */
  readonly until: string;
}

/** What is kept of communities. Every method is one transaction; all reject when the database is out of reach. */
export interface Store extends JobStore {
  /** Undefined where nothing was ever set. */
  readSettings(community: string): Promise<unknown>;
  /** `settings` undefined: back to the defaults. */
  writeSettings(community: string, settings: unknown, change: Change): Promise<void>;
  /** Takes the last change back that was not taken back yet; resolves with its action, or undefined when there is none. */
  undo(community: string, change: Omit<Change, 'action'>): Promise<string | undefined>;
  /** The last changes, the newest first. */
  history(community: string, limit: number): Promise<readonly AuditEntry[]>;
  addQuestion(community: string, question: Omit<StoredQuestion, 'id'>): Promise<void>;
  /** The newest first. */
  questions(community: string, limit: number): Promise<readonly StoredQuestion[]>;
  deleteQuestions(community: string, ids: readonly number[]): Promise<void>;
  /** Drops what is older than a moment, of all communities. */
  forgetQuestionsBefore(at: string): Promise<void>;
  count(community: string, day: string, name: string): Promise<void>;
  /** Sums from a day on, by name. */
  counts(community: string, fromDay: string): Promise<ReadonlyMap<string, number>>;
  /** Those that have set anything. */
  communities(): Promise<readonly string[]>;
  addPass(hash: string, pass: Pass): Promise<void>;
  /** A pass that holds at a moment; undefined when there is none of that kind, or it has ended. */
  readPass(hash: string, kind: Pass['kind'], at: string): Promise<Pass | undefined>;
  /** The same, and it is used up: of many who come with it, one gets it. */
  takePass(hash: string, kind: Pass['kind'], at: string): Promise<Pass | undefined>;
  /** True for the first who claims a name, false for all others. Claims and passes from before `staleBefore` are dropped. */
  claim(name: string, at: string, staleBefore: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables up to date. Rejects when it cannot be reached; `onLost` hears of connections to PostgreSQL that were lost
 * later, which are opened again by themselves.
 */
export async function openStore(place: StorePlace, onLost: (error: Error) => void = () => {}): Promise<Store> {
  return storeOver(await connect(place, onLost));
}

function storeOver(database: Kysely<Schema>): Store {
  return {
    readSettings: (community) => readSettings(database, community),
    async writeSettings(community, settings, change) {
      await database.transaction().execute((transaction) => replaceSettings(transaction, community, settings, change));
    },
    undo: (community, change) =>
      database.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom('audit')
          .selectAll()
          .where('community', '=', community)
          .where('undone', '=', 0)
          .where('action', '!=', 'undo')
          .orderBy('id', 'desc')
          .executeTakeFirst();
        if (last === undefined) return undefined;
        await transaction.updateTable('audit').set({ undone: 1 }).where('id', '=', last.id).execute();
        await replaceSettings(transaction, community, parsed(last.before), { ...change, action: 'undo' });
        return last.action;
      }),
    async history(community, limit) {
      const rows = await database
        .selectFrom('audit')
        .selectAll()
        .where('community', '=', community)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ at, role, action, before, after, undone }) => ({
        at,
        role,
        action,
        before: parsed(before),
        after: parsed(after),
        isUndone: undone === 1,
      }));
    },
    async addQuestion(community, { at, language, reason, text }) {
      await database.insertInto('unanswered').values({ community, at, language, reason, text }).execute();
    },
    questions: (community, limit) =>
      database
        .selectFrom('unanswered')
        .select(['id', 'at', 'language', 'reason', 'text'])
        .where('community', '=', community)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    async deleteQuestions(community, ids) {
      if (ids.length === 0) return;
      await database
        .deleteFrom('unanswered')
        .where('community', '=', community)
        .where('id', 'in', [...ids])
        .execute();
    },
    async forgetQuestionsBefore(at) {
      await database.deleteFrom('unanswered').where('at', '<', at).execute();
    },
    async count(community, day, name) {
      await database
        .insertInto('counts')
        .values({ community, day, name, count: 1 })
        .onConflict((conflict) =>
          conflict.columns(['community', 'day', 'name']).doUpdateSet({ count: sql`counts.count + 1` }),
        )
        .execute();
    },
    async counts(community, fromDay) {
      const rows = await database
        .selectFrom('counts')
        .select(['name', ({ fn }) => fn.sum<number>('count').as('total')])
        .where('community', '=', community)
        .where('day', '>=', fromDay)
        .groupBy('name')
        .execute();
      return new Map(rows.map(({ name, total }) => [name, Number(total)]));
    },
    async communities() {
      const rows = await database.selectFrom('settings').select('community').orderBy('community').execute();
      return rows.map(({ community }) => community);
    },
    async addPass(hash, pass) {
      await database
        .insertInto('passes')
        .values({ hash, ...pass })
        .execute();
    },
    async readPass(hash, kind, at) {
      const row = await database
        .selectFrom('passes')
        .select(['community', 'role', 'until'])
        .where('hash', '=', hash)
        .where('kind', '=', kind)
        .where('until', '>', at)
        .executeTakeFirst();
      return row && { kind, ...row };
    },
    async takePass(hash, kind, at) {
      const row = await database
        .deleteFrom('passes')
        .where('hash', '=', hash)
        .where('kind', '=', kind)
        .returning(['community', 'role', 'until'])
        .executeTakeFirst();
      return row && row.until > at ? { kind, ...row } : undefined;
    },
    async claim(name, at, staleBefore) {
      await database.deleteFrom('claims').where('at', '<', staleBefore).execute();
      await database.deleteFrom('passes').where('until', '<', staleBefore).execute();
      const row = await database
        .insertInto('claims')
        .values({ name, at })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning('name')
        .executeTakeFirst();
      return row !== undefined;
    },
    ...jobsOver(database),
    close: () => database.destroy(),
  };
}

async function readSettings(database: Kysely<Schema>, community: string): Promise<unknown> {
  const row = await database
    .selectFrom('settings')
    .select('value')
    .where('community', '=', community)
    .executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
}

async function replaceSettings(
  transaction: Transaction<Schema>,
  community: string,
  settings: unknown,
  { role, action, at }: Change,
): Promise<void> {
  const before = await readSettings(transaction, community);
  if (settings === undefined) await transaction.deleteFrom('settings').where('community', '=', community).execute();
  else {
    const values = { value: JSON.stringify(settings), changed_at: at };
    await transaction
      .insertInto('settings')
      .values({ community, ...values })
      .onConflict((conflict) => conflict.column('community').doUpdateSet(values))
      .execute();
  }
  const entry = { before: asJson(before), after: asJson(settings), undone: action === 'undo' ? 1 : 0 };
  await transaction
    .insertInto('audit')
    .values({ community, at, role, action, ...entry })
    .execute();
}

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function parsed(json: string | null): unknown {
  return json === null ? undefined : JSON.parse(json);
}
