import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store, type StorePlace } from '../../../src/bots/store/index.ts';
import { postgresPath, startPostgres } from '../../support/postgres.ts';
import { ROOT } from '../../support/source-modules.ts';

const at = (minute: number) => `2026-11-24T12:${String(minute).padStart(2, '0')}:00.000Z`;
const change = (minute: number, action = 'set language') => ({ role: 'admin', action, at: at(minute) });

/** Each database, and how to get an empty one. */
const DATABASES = [
  {
    name: 'SQLite',
    isHere: true,
    async create() {
      const directory = mkdtempSync(join(tmpdir(), 'store-'));
      return { place: { directory }, remove: () => rm(directory, { recursive: true }) };
    },
  },
  { name: 'PostgreSQL (needs its server on the PATH)', isHere: postgresPath !== undefined, create: startPostgres },
];

describe.each(DATABASES)('the store on $name', ({ isHere, create }) => {
  describe.skipIf(!isHere)('', () => {
    let place: StorePlace;
    let remove: () => Promise<unknown>;
    let store: Store;
    let community: string;
    let next = 0;
    beforeAll(async () => {
      ({ place, remove } = await create());
      store = await openStore(place);
    });
    afterAll(async () => {
      await store?.close();
      await remove?.();
    });
    beforeEach(() => {
      next += 1;
      community = `discord:${next}`;
    });

    it('keeps settings of each community apart, and what was set last', async () => {
      expect(await store.readSettings(community)).toBeUndefined();
      await store.writeSettings(community, { language: 'es' }, change(1));
      await store.writeSettings(community, { language: 'de', note: 'ü 🙂 \u0001 "' }, change(2));
      expect(await store.readSettings(community)).toEqual({ language: 'de', note: 'ü 🙂 \u0001 "' });
      expect(await store.readSettings('telegram:-7')).toBeUndefined();
    });

    it('lets one of many use a pass, and only as what it is and while it holds', async () => {
      const pass = { kind: 'link', community, role: 'admin', until: at(10) } as const;
      await store.addPass(`h${community}`, pass);
      expect(await store.takePass(`h${community}`, 'session', at(1))).toBeUndefined();
      expect(await store.readPass(`h${community}`, 'link', at(11))).toBeUndefined();
      expect(await store.readPass(`h${community}`, 'link', at(9))).toEqual(pass);
      const taken = await Promise.all([1, 2, 3, 4].map(() => store.takePass(`h${community}`, 'link', at(2))));
      expect(taken.filter((one) => one !== undefined)).toEqual([pass]);
      await store.addPass(`late${community}`, { ...pass, kind: 'session' });
      expect(await store.takePass(`late${community}`, 'session', at(10))).toBeUndefined();
    });

    it('lets one of many claim a name, and forgets old claims', async () => {
      const claim = (minute: number, stale = 0) => store.claim(`c${community}`, at(minute), at(stale));
      const claims = await Promise.all([1, 1, 1, 1].map((minute) => claim(minute)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await claim(2)).toBe(false);
      expect(await claim(4, 3)).toBe(true);
    });

    it('knows the communities that have set anything', async () => {
      await store.writeSettings(community, { a: 1 }, change(1));
      expect(await store.communities()).toContain(community);
      expect(await store.communities()).not.toContain('discord:0');
    });

    it('lists changes with before and after, and takes them back one by one', async () => {
      await store.writeSettings(community, { a: 1 }, change(1, 'first'));
      await store.writeSettings(community, { a: 2 }, change(2, 'second'));
      expect(await store.undo(community, { role: 'owner', at: at(3) })).toBe('second');
      expect(await store.readSettings(community)).toEqual({ a: 1 });
      expect(await store.undo(community, { role: 'owner', at: at(4) })).toBe('first');
      expect(await store.readSettings(community)).toBeUndefined();
      expect(await store.undo(community, { role: 'owner', at: at(5) })).toBeUndefined();
      const history = await store.history(community, 10);
      expect(history.map(({ action, role, isUndone }) => [action, role, isUndone])).toEqual([
        ['undo', 'owner', true],
        ['undo', 'owner', true],
        ['second', 'admin', true],
        ['first', 'admin', true],
      ]);
      expect(history[2]).toMatchObject({ before: { a: 1 }, after: { a: 2 }, at: at(2) });
      expect(await store.history(community, 1)).toHaveLength(1);
    });

    it('keeps questions until they are dealt with or old', async () => {
      for (const minute of [1, 2, 3]) {
        await store.addQuestion(community, { at: at(minute), language: 'en', reason: 'declined', text: `q${minute}` });
      }
      const [newest] = await store.questions(community, 10);
      expect(newest?.text).toBe('q3');
      await store.deleteQuestions(community, [newest!.id]);
      await store.deleteQuestions(community, []);
      await store.deleteQuestions('telegram:-7', [newest!.id - 1]);
      await store.forgetQuestionsBefore(at(2));
      expect((await store.questions(community, 10)).map(({ text }) => text)).toEqual(['q2']);
    });

    it('counts by day, also when many count at once', async () => {
      await Promise.all(Array.from({ length: 40 }, () => store.count(community, '2026-11-24', 'photo')));
      await store.count(community, '2026-11-20', 'photo');
      await store.count(community, '2026-11-24', 'question');
      expect(await store.counts(community, '2026-11-21')).toEqual(
        new Map([
          ['photo', 40],
          ['question', 1],
        ]),
      );
      expect((await store.counts(community, '2026-11-01')).get('photo')).toBe(41);
    });

    it('can be opened again', async () => {
      await store.writeSettings(community, { kept: true }, change(1));
      const other = await openStore(place);
      expect(await other.readSettings(community)).toEqual({ kept: true });
      await other.close();
    });

    it('has every change of several processes whole or not at all when they are killed in the middle', async () => {
      for (const aliveMs of [250, 700]) {
        const writers = [community, `${community}-too`].map((name) => startWriter(place, name));
        await Promise.all(writers.map(({ started }) => started));
        await sleep(aliveMs);
        const written = await Promise.all(writers.map((writer) => writer.kill()));
        for (const [i, name] of [community, `${community}-too`].entries()) {
          const settings = (await store.readSettings(name)) as { count: number };
          const [last] = await store.history(name, 1);
          expect(written[i]).toBeGreaterThan(0);
          expect(settings.count).toBeGreaterThanOrEqual(written[i]!);
          expect(last?.after).toEqual(settings);
        }
      }
    });
  });
});

it('says so when the database cannot be reached', async () => {
  await expect(openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:9/none' })).rejects.toThrow();
});

/** A process that writes as fast as it can; `kill` resolves with the number of the last change that it called done. */
function startWriter(place: StorePlace, community: string) {
  const writer = new URL('test/support/store-writer.ts', ROOT).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', writer, JSON.stringify(place), community], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = 0;
  child.stdout.on('data', (data: Buffer) => {
    written = Number(data.toString().trim().split('\n').at(-1));
  });
  return {
    started: new Promise((resolve) => child.stdout.once('data', resolve)),
    async kill() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      return written;
    },
  };
}
