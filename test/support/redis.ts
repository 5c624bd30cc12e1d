import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The program of Redis or Valkey; undefined when neither is installed. */
export const redisPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((directory) => ['redis-server', 'valkey-server'].map((name) => join(directory, name)))
  .find((path) => existsSync(path));

/** A server of its own on a free port of loopback, which writes everything down. */
export interface RunningRedis {
  readonly url: string;
  /** Ends it as a power cut of its process would, and starts it again on what it wrote. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one with an empty directory. */
export async function startRedis(): Promise<RunningRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let server = await start(directory, port);
  return {
    url: `redis://127.0.0.1:${port}`,
    async crash() {
      server.kill('SIGKILL');
      await once(server, 'exit');
      server = await start(directory, port);
    },
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      await rm(directory, { recursive: true });
    },
  };
}

async function start(directory: string, port: number): Promise<ChildProcess> {
  const options = [
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
    '--save',
    '',
  ];
  const server = spawn(redisPath ?? '', ['--port', String(port), ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  for await (const chunk of server.stdout!) {
    said += chunk;
    if (/Ready to accept connections/.test(said)) break;
  }
  server.stdout!.resume();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
