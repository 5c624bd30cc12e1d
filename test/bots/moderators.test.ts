import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatDriver, Seen } from '../support/chat-driver.ts';
import { driveDiscord } from '../support/discord-driver.ts';
import { translator } from '../support/locales.ts';
import { postgresPath, startPostgres } from '../support/postgres.ts';
import { type Running, startBuilt } from '../support/process.ts';
import { driveTelegram } from '../support/telegram-driver.ts';

const english = translator.t('en');
const actions = (seen: Seen | undefined) => seen?.buttons.map(({ action }) => action) ?? [];

/** Each database, and the environment of a process that keeps its settings there. */
const DATABASES = [
  {
    name: 'SQLite',
    isHere: true,
    async create() {
      const directory = mkdtempSync(join(tmpdir(), 'moderators-'));
      return { env: { DATA_DIR: directory }, remove: () => rm(directory, { recursive: true }) };
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

describe.each(DATABASES)('with $name', ({ isHere, create }) => {
  describe.skipIf(!isHere)('', () => {
    const drivers: ChatDriver[] = [];
    let running: Running;
    let remove: () => Promise<unknown>;

    beforeAll(async () => {
      const database = await create();
      remove = database.remove;
      drivers.push(await driveTelegram(), await driveDiscord());
      const env = { PORT: '0', ...database.env, ...drivers[0]?.env, ...drivers[1]?.env };
      running = startBuilt('bots/main.js', [], { env });
      await Promise.all(drivers.map(({ ready }) => running.waitFor(ready)));
    });

    afterAll(async () => {
      running.child.kill('SIGTERM');
      expect((await running.ended).exitCode).toBe(0);
      for (const driver of drivers) await driver.close();
      await remove();
    });

    describe.each(['telegram', 'discord'] as const)('on %s', (platform) => {
      let chat: ChatDriver;
      beforeAll(() => {
        chat = drivers.find((driver) => driver.platform === platform)!;
      });
      const settled = () => expect(chat.violations).toEqual([]);

      it('moderators see, change and take back settings; others may not', async () => {
        const member = chat.member();
        member.moderate('set leakGuard on');
        expect((await member.until(1))[0]?.text).toBe(english('chat:moderators.notAllowed'));
        const moderator = chat.moderator();
        moderator.moderate('set leakGuard dry-run');
        expect((await moderator.until(1))[0]?.text).toBe('Leak guard: off → only count');
        moderator.click('retake:set:scamGuard:on');
        await expect.poll(() => moderator.seen().some(({ text }) => text === 'Scam guard: off → on')).toBe(true);
        member.click('retake:set:scamGuard:on');
        expect((await member.until(2))[1]?.text).toBe(english('chat:moderators.notAllowed'));
        moderator.moderate('undo');
        await moderator.until(3);
        moderator.moderate('set confidence high');
        const expected = english('chat:moderators.expected.confidence');
        expect((await moderator.until(4))[3]?.text).toBe(english('chat:moderators.problem', { expected }));
        moderator.moderate('export');
        await expect.poll(() => moderator.seen().some(({ hasFile }) => hasFile), { timeout: 5000 }).toBe(true);
        const before = moderator.seen().length;
        moderator.moderate('undo');
        const undone = (await moderator.until(before + 1)).at(-1);
        expect(undone?.text).toBe(english('chat:moderators.undone', { action: 'set leakGuard' }));
        settled();
      });

      it('moderators press and write their way to a setting, and nobody else does', async () => {
        const moderator = chat.moderator();
        moderator.moderate('');
        const menu = (await moderator.until(1))[0];
        expect(actions(menu)).toContain('retake:edit:cooldown');
        moderator.click('retake:edit:cooldown');
        expect(actions((await moderator.until(2))[1])).toContain('retake:write:set:cooldown');
        await moderator.write('retake:write:set:cooldown', '45');
        const changed = 'Seconds between answers: 30 → 45';
        await expect.poll(() => moderator.seen().some(({ text }) => text === changed), { timeout: 5000 }).toBe(true);
        const other = moderator.another('Anna');
        other.click('retake:set:cooldown:5');
        const refused = english('chat:moderators.notAllowed');
        await expect.poll(() => other.seen().at(-1)?.text, { timeout: 5000 }).toBe(refused);
        settled();
      });

      it('a moderator says an answer of the community’s own to a person, where all can read it', async () => {
        const moderator = chat.moderator();
        moderator.moderate('answer fees en There are no fees.');
        await moderator.until(1);
        moderator.answer('fees');
        await expect
          .poll(() => moderator.seen().some(({ text }) => text === 'There are no fees.'), { timeout: 5000 })
          .toBe(true);
        const sent = moderator.seen().find(({ text }) => text === 'There are no fees.');
        expect(sent?.to).toBeDefined();
        settled();
      });

      it('moderators hear of somebody who writes under a name like theirs; the group does not', async () => {
        const moderator = chat.moderator();
        for (const words of ['set escalateTo here', 'set scamGuard on', 'set staffNames Acme Support'])
          moderator.moderate(words);
        await moderator.until(3);
        const impostor = moderator.another('Аcme Support');
        impostor.mention('what is the weather on mars');
        const told = english('chat:moderators.staffLike', { link: '' });
        await expect
          .poll(() => moderator.seen().filter(({ text }) => text.includes(told)).length, { timeout: 5000 })
          .toBe(1);
        expect(moderator.seen().some(({ text }) => text.includes('Аcme'))).toBe(false);
        settled();
      });

      it('the link to the settings in the browser is seen by the moderator alone', async () => {
        const moderator = chat.moderator();
        moderator.moderate('console');
        await moderator.until(1);
        const open = moderator.seen().filter(({ text, isPrivate }) => text.includes('/console#') && !isPrivate);
        expect(open).toEqual([]);
        settled();
      });

      it('a person who wants somebody is handed over where all can see it', async () => {
        const moderator = chat.moderator();
        moderator.moderate('set escalateTo here');
        await moderator.until(1);
        moderator.mention('can i talk to a human please');
        const asked = (await moderator.until(2)).at(-1);
        expect(actions(asked)).toContain('escalate');
        moderator.click('escalate');
        const ticket = (await moderator.until(4)).find(({ text }) => text.includes(english('chat:ticket.title')));
        expect(actions(ticket)[0]).toMatch(/^taken:/);
        moderator.click(actions(ticket)[0] ?? '');
        await moderator.until(6);
        expect(moderator.seen().filter(({ text }) => text.includes(english('chat:ticket.taken')))).toHaveLength(2);
        settled();
      });
    });
  });
});
