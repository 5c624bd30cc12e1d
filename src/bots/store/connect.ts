import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  Migrator,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import Libsql from 'libsql';
import { Pool, types } from 'pg';
import { migrationsFor } from './migrations.ts';
import type { Schema } from './schema.ts';

/** Where the store is kept: a PostgreSQL address, or a directory for an SQLite file. */
export type StorePlace = { readonly databaseUrl: string } | { readonly directory: string };

const FILE = 'retake.db';
/** How long a writer waits for another before it gives up. */
const BUSY_MS = 5000;
const MAX_CONNECTIONS = 5;
/** A server that does not answer is down. */
const CONNECT_MS = 5000;
/** PostgreSQL's type of whole numbers of 64 bits; ours stay far below what a number of JavaScript holds. */
const INT8 = 20;

/** Connects and brings the tables up to date; `onLost` hears of connections that end by themselves. Rejects when the database cannot be reached, or is newer than this program. */
export async function connect(place: StorePlace, onLost: (error: Error) => void): Promise<Kysely<Schema>> {
  const isPostgres = 'databaseUrl' in place;
  const database = new Kysely<Schema>({
    dialect: isPostgres ? postgres(place.databaseUrl, onLost) : sqlite(place.directory),
  });
  const provider = migrationsFor(isPostgres ? 'postgres' : 'sqlite');
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error === undefined) return database;
  await database.destroy();
  throw error;
}

/**
 * One file with a write-ahead log: what was committed survives the end of the process at any moment, and what was not is gone whole
 * (sqlite.org/wal.html; synchronous=NORMAL may lose the last commits when the power fails, never the file).
 */
function sqlite(directory: string): Dialect {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = new Libsql(join(directory, FILE));
  file.exec('pragma journal_mode = wal');
  file.exec('pragma synchronous = normal');
  file.exec(`pragma busy_timeout = ${BUSY_MS}`);
  return new WritingDialect({ database: file as never });
}

/** Copies the SQLite file of a directory whole, as it is at one moment (sqlite.org/lang_vacuum.html, VACUUM INTO). Throws when it cannot. */
export function copyDatabase(directory: string, target: string): void {
  const source = join(directory, FILE);
  if (!existsSync(source)) throw new Error('there is no store');
  if (target === '' || existsSync(target)) throw new Error('no new file');
  const file = new Libsql(source);
  try {
    file.exec(`pragma busy_timeout = ${BUSY_MS}`);
    file.prepare('vacuum into ?').run(target);
  } finally {
    file.close();
  }
}

/**
 * Transactions that take the right to write at their start. Begun without it, one that reads first and writes then is refused at once when
 * another process has written in between, and no time-out helps (sqlite.org/lang_transaction.html).
 */
class WritingDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new WritingDriver(this.#config);
  }
}

class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function postgres(connectionString: string, onLost: (error: Error) => void): Dialect {
  const int8 = (id: number, format?: unknown) =>
    id === INT8 ? Number : types.getTypeParser(id, format as 'text' | undefined);
  const pool = new Pool({
    connectionString,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: { getTypeParser: int8 as typeof types.getTypeParser },
  });
  // A connection that waits for work can be lost at any time; the next query opens another one.
  pool.on('error', onLost);
  return new PostgresDialect({ pool });
}
