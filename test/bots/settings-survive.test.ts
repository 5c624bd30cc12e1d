import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driveDiscord } from '../support/discord-driver.ts';
import { english } from '../support/locales.ts';
import { postgresPath, startPostgres } from '../support/postgres.ts';
import { startBuilt } from '../support/process.ts';
import { driveTelegram } from '../support/telegram-driver.ts';

/** Where the process keeps settings, as its environment says it. */
const DATABASES = [
  {
    name: 'SQLite',
    isHere: true,
    async create() {
      return { env: { DATA_DIR: mkdtempSync(join(tmpdir(), 'survive-')) }, remove: async () => {} };
    },
  },
  {
    name: 'PostgreSQL (needs its server on the PATH)',
    isHere: postgresPath !== undefined,
    async create() {
      const { place, remove } = await startPostgres();
      return { env: { DATABASE_URL: place.databaseUrl }, remove };
    },
  },
];

describe.each(DATABASES)('a process with $name', ({ isHere, create }) => {
  it.skipIf(!isHere)('keeps what moderators of both platforms have set when it is killed at once', async () => {
    const { env, remove } = await create();
    const chats = [await driveTelegram(), await driveDiscord()];
    const whole = { PORT: '0', ...env, ...chats[0]?.env, ...chats[1]?.env };
    const start = async () => {
      const process = startBuilt('bots/main.js', [], { env: whole });
      await Promise.all(chats.map(({ ready }) => process.waitFor(ready)));
      return process;
    };
    const moderators = chats.map((chat) => chat.moderator());
    let process = await start();
    for (const moderator of moderators) {
      moderator.moderate('set leakGuard dry-run');
      expect((await moderator.until(1))[0]?.text).toBe('Leak guard: off → only count');
    }
    process.child.kill('SIGKILL');
    await process.ended;
    process = await start();
    for (const moderator of moderators) {
      moderator.moderate('undo');
      // Telegram delivers again what it was not told of before the end; what counts is that the change was kept.
      const undone = english('chat:moderators.undone', { action: 'set leakGuard' });
      await expect.poll(() => moderator.seen().map(({ text }) => text), { timeout: 10_000 }).toContain(undone);
    }
    process.child.kill('SIGTERM');
    expect((await process.ended).exitCode).toBe(0);
    expect(chats.flatMap(({ violations }) => violations)).toEqual([]);
    for (const chat of chats) await chat.close();
    await remove();
  });
});

it('a process whose database is out of reach says so and answers all the same', async () => {
  const chat = await driveTelegram();
  const process = startBuilt('bots/main.js', [], {
    env: { PORT: '0', DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', ...chat.env },
  });
  await process.waitFor(chat.ready);
  const member = chat.person();
  member.say('how long does the verification take');
  expect((await member.until(1))[0]?.text).toContain('Most checks take');
  process.child.kill('SIGTERM');
  const { exitCode, stderr } = await process.ended;
  expect(exitCode).toBe(0);
  expect(stderr).toContain(english('chat:start.noStore'));
  await chat.close();
});
