import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** A photo that was accepted: a reference to it, and who works on it until when. */
export interface StoredJob {
  readonly name: string;
  readonly platform: string;
  /** JSON. */
  readonly reference: string;
  /** How often somebody has begun to work on it. */
  readonly tries: number;
}

/** Who works on a job, and until when nobody else may, ISO 8601. */
export interface Lease {
  readonly owner: string;
  readonly until: string;
}

/** Accepted photos and answered messages. */
export interface JobStore {
  /** False when there is such a job already, or it was done. */
  addJob(job: Omit<StoredJob, 'tries'>, lease: Lease): Promise<boolean>;
  /** Extends what an owner works on. */
  holdJobs(lease: Lease): Promise<void>;
  /** Ends the lease of a job, so that it is begun again. */
  releaseJob(name: string, at: string): Promise<void>;
  /** The jobs of a platform whose leases ended before a moment, now leased anew; each with one try more. */
  takeOverJobs(platform: string, lease: Lease, at: string): Promise<readonly StoredJob[]>;
  /** How many are open. */
  countJobs(): Promise<number>;
  /** The job, or a message that never was one, is done; what was done before `staleBefore` is forgotten. */
  finish(name: string, at: string, staleBefore: string): Promise<void>;
  wasFinished(name: string): Promise<boolean>;
}

/** The part of the store that keeps accepted photos until they are answered. */
export function jobsOver(database: Kysely<Schema>): JobStore {
  return {
    addJob: (job, lease) =>
      database.transaction().execute(async (transaction) => {
        const done = await transaction
          .selectFrom('done')
          .select('name')
          .where('name', '=', job.name)
          .executeTakeFirst();
        if (done !== undefined) return false;
        const row = await transaction
          .insertInto('jobs')
          .values({ ...job, ...lease, tries: 1 })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .returning('name')
          .executeTakeFirst();
        return row !== undefined;
      }),
    async holdJobs({ owner, until }) {
      await database.updateTable('jobs').set({ until }).where('owner', '=', owner).execute();
    },
    async releaseJob(name, at) {
      await database.updateTable('jobs').set({ owner: '', until: at }).where('name', '=', name).execute();
    },
    takeOverJobs: (platform, lease, at) =>
      database
        .updateTable('jobs')
        .set(({ eb }) => ({ ...lease, tries: eb('tries', '+', 1) }))
        .where('platform', '=', platform)
        .where('until', '<', at)
        .returning(['name', 'platform', 'reference', 'tries'])
        .execute(),
    async countJobs() {
      const { count } = await database
        .selectFrom('jobs')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    finish: (name, at, staleBefore) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('jobs').where('name', '=', name).execute();
        await transaction.deleteFrom('done').where('at', '<', staleBefore).execute();
        await transaction
          .insertInto('done')
          .values({ name, at })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
      }),
    async wasFinished(name) {
      const row = await database.selectFrom('done').select('name').where('name', '=', name).executeTakeFirst();
      return row !== undefined;
    },
  };
}
