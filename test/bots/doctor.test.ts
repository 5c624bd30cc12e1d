import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyDatabase, openStore } from '../../src/bots/store/index.ts';
import { startDiscord } from '../support/discord-stand-in.ts';
import { english } from '../support/locales.ts';
import { startBuilt } from '../support/process.ts';
import { redisPath, startRedis } from '../support/redis.ts';
import { startTelegram } from '../support/telegram-stand-in.ts';

/** Of each part, how it is and what is said. */
async function examine(env: Readonly<Record<string, string>>) {
  const { stdout, stderr, exitCode } = await startBuilt('bots/doctor.js', ['--json'], { env }).ended;
  expect(stderr).toBe('');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  const said = (subject: string) =>
    lines.filter((line) => line['subject'] === subject).map(({ state, text }) => `${state}: ${text}`);
  return { exitCode, said, stdout };
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is set, and says what is left out', async () => {
    const { exitCode, said } = await examine({});
    expect(exitCode).toBe(0);
    expect(said('TELEGRAM_TOKEN')).toEqual([`good: ${english('chat:doctor.notSet')}`]);
    for (const part of ['models', 'dist/faq/model.bin', 'DATA_DIR', 'PORT']) {
      expect(said(part), part).toEqual([`good: ${english('chat:doctor.fine')}`]);
    }
  });

  it('asks both platforms, and gives a link that invites the bot with what it needs', async () => {
    const telegram = await startTelegram();
    const discord = await startDiscord();
    const { exitCode, said, stdout } = await examine({
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    });
    expect(exitCode).toBe(0);
    expect(said('TELEGRAM_TOKEN')).toEqual([`good: ${english('chat:doctor.fine')}`]);
    expect(said('DISCORD_TOKEN')[1]).toMatch(/client_id=\d+&scope=bot\+applications.commands&permissions=\d+$/);
    expect(stdout).not.toContain(telegram.token);
    expect(stdout).not.toContain(discord.token);
    expect([...telegram.violations, ...discord.violations]).toEqual([]);
    await telegram.close();
    await discord.close();
  });

  it('says what to mend: refused tokens, privacy mode, a webhook that fails, an intent that is off', async () => {
    const telegram = await startTelegram({ can_read_all_group_messages: true }, { last_error_date: 1 });
    const discord = await startDiscord();
    const places = { TELEGRAM_API_ROOT: telegram.root, DISCORD_API_URL: discord.apiUrl };
    const refused = await examine({ ...places, TELEGRAM_TOKEN: '1:wrong', DISCORD_TOKEN: 'wrong' });
    expect(refused.exitCode).toBe(1);
    expect(refused.said('TELEGRAM_TOKEN')[0]).toMatch(/^bad: .*@BotFather/);
    expect(refused.said('DISCORD_TOKEN')[0]).toMatch(/^bad: .*Developer Portal/);
    const tokens = { TELEGRAM_TOKEN: telegram.token, DISCORD_TOKEN: discord.token };
    const careless = await examine({ ...places, ...tokens, DISCORD_MESSAGE_CONTENT: 'true' });
    expect(careless.said('TELEGRAM_TOKEN')[1]).toMatch(/^caution: .*\/setprivacy/);
    expect(careless.said('TELEGRAM_WEBHOOK_URL')[0]).toMatch(/^caution/);
    expect(careless.said('DISCORD_MESSAGE_CONTENT')[0]).toMatch(/^bad/);
    await telegram.close();
    await discord.close();
  });

  it('names what cannot be reached, and a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { exitCode, said } = await examine({
      TELEGRAM_TOKEN: '1:x',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
      DISCORD_TOKEN: 'x',
      DISCORD_API_URL: 'http://127.0.0.1:1',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      REDIS_URL: 'redis://127.0.0.1:1',
      PORT: String(port),
    });
    server.close();
    expect(exitCode).toBe(1);
    for (const part of ['TELEGRAM_API_ROOT', 'DISCORD_API_URL', 'DATABASE_URL', 'REDIS_URL', 'PORT']) {
      expect(said(part)[0], part).toMatch(/^bad/);
    }
  });

  it('names every variable that cannot be used, and what a person is to type otherwise', async () => {
    const { exitCode, said } = await examine({ PORT: 'x', LOG_LEVEL: 'loud' });
    expect(exitCode).toBe(1);
    expect(said('PORT')).toEqual([`bad: ${english('chat:config.expected.port')}`]);
    expect(said('LOG_LEVEL')).toHaveLength(1);
    expect((await startBuilt('bots/doctor.js', ['--loud']).ended).exitCode).toBe(2);
    const plain = await startBuilt('bots/doctor.js', [], { env: { DEFAULT_LOCALE: 'es' } }).ended;
    expect(plain.stdout).toMatch(/^✓ TELEGRAM_TOKEN: sin definir/m);
  });

  it.skipIf(redisPath === undefined)('looks whether Redis keeps what it is given (needs redis-server)', async () => {
    const redis = await startRedis();
    const { exitCode, said } = await examine({ REDIS_URL: redis.url });
    expect(exitCode).toBe(0);
    expect(said('REDIS_URL')).toEqual([`good: ${english('chat:doctor.fine')}`]);
    await redis.stop();
  });
});

describe('the backup', () => {
  it('holds everything while the bot goes on, and can be started from', async () => {
    const [directory, restored] = [mkdtempSync(join(tmpdir(), 'backup-')), mkdtempSync(join(tmpdir(), 'restored-'))];
    const store = await openStore({ directory });
    await store.writeSettings('discord:1', { language: 'es' }, { role: 'x', action: 'x', at: 'x' });
    const file = join(restored, 'retake.db');
    const { exitCode, stdout } = await startBuilt('bots/backup.js', [file], { env: { DATA_DIR: directory } }).ended;
    expect([exitCode, stdout.trim()]).toEqual([0, english('chat:backup.done', { file })]);
    await store.writeSettings('discord:1', { language: 'de' }, { role: 'x', action: 'x', at: 'x' });
    await store.close();
    const again = await openStore({ directory: restored });
    expect(await again.readSettings('discord:1')).toEqual({ language: 'es' });
    await again.close();
  });

  it('overwrites nothing, invents no database, and leaves PostgreSQL to its own program', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'backup-'));
    await (await openStore({ directory })).close();
    const file = join(directory, 'retake.db');
    const failed = async (args: string[], env: Readonly<Record<string, string>>) => {
      const { exitCode, stderr } = await startBuilt('bots/backup.js', args, { env }).ended;
      return [exitCode, stderr.trim()];
    };
    expect(await failed([file], { DATA_DIR: directory })).toEqual([1, english('chat:backup.failed')]);
    expect(await failed([], { DATA_DIR: directory })).toEqual([1, english('chat:backup.failed')]);
    expect(await failed(['x'], { DATABASE_URL: 'postgres://x@127.0.0.1/x' })).toEqual([
      1,
      english('chat:backup.postgres'),
    ]);
    const empty = mkdtempSync(join(tmpdir(), 'empty-'));
    expect(() => copyDatabase(empty, join(empty, 'x'))).toThrow();
    expect(existsSync(join(empty, 'retake.db'))).toBe(false);
  });
});
