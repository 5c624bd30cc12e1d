import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';

/** Debian keeps the programs of each version apart and off the PATH. */
const DEBIAN = '/usr/lib/postgresql';
const places = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...(existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []),
];

/** The directory of PostgreSQL's programs; undefined when it is not installed. */
export const postgresPath = places.find((place) => existsSync(join(place, 'initdb')));

/** A server of its own on a free port of loopback, with nothing in it. */
export async function startPostgres() {
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'));
  // PostgreSQL refuses to run as root: as root, the account that its package brought runs it.
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (isRoot) chownSync(directory, owner.uid!, owner.gid!);
  const program = (name: string) => join(postgresPath ?? '', name);
  const data = join(directory, 'data');
  execFileSync(program('initdb'), ['-D', data, '-A', 'trust', '-U', 'retake', '-E', 'UTF8', '--no-sync'], {
    ...owner,
    stdio: 'ignore',
    cwd: directory,
  });
  const port = await freePort();
  const server = spawn(
    program('postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', directory, '-c', 'fsync=off'],
    { ...owner, stdio: 'ignore', cwd: directory },
  );
  const databaseUrl = `postgres://retake@127.0.0.1:${port}/postgres`;
  await untilAnswering(databaseUrl);
  return {
    place: { databaseUrl },
    async remove() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      await rm(directory, { recursive: true });
    },
  };
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilAnswering(connectionString: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const pool = new Pool({ connectionString });
    pool.on('error', () => undefined);
    const isUp = await pool.query('select 1').then(
      () => true,
      () => false,
    );
    await pool.end();
    if (isUp) return;
    await sleep(100);
  }
  throw new Error('PostgreSQL did not start');
}
