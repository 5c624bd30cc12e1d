import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';

/** A column of numbers that the database counts up by itself. */
type Dialect = 'sqlite' | 'postgres';

/** The migrations of both databases, by name in the order in which they run. One that has been released is never changed. */
export function migrationsFor(dialect: Dialect): MigrationProvider {
  return {
    getMigrations: async () => ({
      '001-communities': communities(dialect),
      '002-console': consoleAccess,
      '003-jobs': jobs,
    }),
  };
}

function communities(dialect: Dialect): Migration {
  const id = dialect === 'sqlite' ? sql`integer primary key autoincrement` : sql`bigserial primary key`;
  return {
    async up(database: Kysely<unknown>) {
      await sql`create table settings (community text primary key, value text not null, changed_at text not null)`.execute(
        database,
      );
      await sql`create table audit (id ${id}, community text not null, at text not null, role text not null, action text not null, before text, after text, undone integer not null)`.execute(
        database,
      );
      await sql`create index audit_of_community on audit (community, id)`.execute(database);
      await sql`create table unanswered (id ${id}, community text not null, at text not null, language text not null, reason text not null, text text not null)`.execute(
        database,
      );
      await sql`create index unanswered_of_community on unanswered (community, id)`.execute(database);
      await sql`create table counts (community text not null, day text not null, name text not null, count integer not null, primary key (community, day, name))`.execute(
        database,
      );
    },
  };
}

/** Ways into the settings by the browser, and what is done once although several processes could do it. */
const consoleAccess: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table passes (hash text primary key, kind text not null, community text not null, role text not null, until text not null)`.execute(
      database,
    );
    await sql`create table claims (name text primary key, at text not null)`.execute(database);
  },
};

/** Photos that were accepted and not answered yet, as references, and keys of what was answered. */
const jobs: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table jobs (name text primary key, platform text not null, reference text not null, owner text not null, until text not null, tries integer not null)`.execute(
      database,
    );
    await sql`create table done (name text primary key, at text not null)`.execute(database);
    await sql`create index done_at on done (at)`.execute(database);
  },
};
