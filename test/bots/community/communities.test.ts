import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Communities,
  createCommunities,
  findTaught,
  SettingError,
  taughtTopic,
  writeSettingsFile,
} from '../../../src/bots/community/index.ts';
import { createLog } from '../../../src/bots/log.ts';
import { openStore, type Store } from '../../../src/bots/store/index.ts';

let directory: string;
let store: Store;
let communities: Communities;
let community: string;
let minute = 0;
const lines: string[] = [];
const log = createLog('info', { write: (line) => lines.push(line) });

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'communities-'));
  store = await openStore({ directory });
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  minute += 1;
  community = `telegram:-${minute}`;
  communities = createCommunities({ store, log, now: () => new Date(Date.UTC(2026, 10, 24, 12, minute)) });
});
const expected = async (change: Promise<unknown>) => {
  const error = await change.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SettingError)) throw new Error('no SettingError');
  return [error.expected, error.line];
};

describe('the settings of a community', () => {
  it('are the defaults until they are changed, and are seen at once by all who ask', async () => {
    expect(await communities.settingsOf(community)).toMatchObject({ leakGuard: 'off', channels: [], confidence: 0.75 });
    await communities.change(community, 'leakGuard', 'dry-run', 'admin');
    await communities.change(community, 'channels', '<#123>, 456', 'admin');
    await communities.change(community, 'facts', 'attempts=three tries', 'admin');
    await communities.change(community, 'facts', 'turnaround_busy=two days', 'admin');
    expect(await communities.settingsOf(community)).toMatchObject({
      leakGuard: 'dry-run',
      channels: ['123', '456'],
      facts: { attempts: { text: 'three tries' }, turnaround_busy: { text: 'two days' } },
    });
    const others = createCommunities({ store, log, now: () => new Date() });
    expect((await others.settingsOf(community)).leakGuard).toBe('dry-run');
    expect((await communities.settingsOf('telegram:-999')).leakGuard).toBe('off');
  });

  it.each([
    ['leakGuard', 'maybe', 'leakGuard'],
    ['confidence', 'very', 'confidence'],
    ['confidence', '0.2', 'confidence'],
    ['cooldown', '1.5', 'cooldown'],
    ['channels', '#general', 'channels'],
    ['language', 'Spanish', 'language'],
    ['provider', '../etc', 'provider'],
    ['facts', 'just words', 'facts'],
  ] as const)('do not take %s "%s", and say what they take', async (name, typed, problem) => {
    expect(await expected(communities.change(community, name, typed, 'admin'))).toEqual([problem, undefined]);
    expect(await communities.history(community)).toEqual([]);
  });

  it('go back to the default when nothing is typed, and back by undo', async () => {
    await communities.change(community, 'cooldown', '60', 'owner');
    await communities.change(community, 'cooldown', '', 'admin');
    expect((await communities.settingsOf(community)).cooldown).toBe(30);
    expect(await communities.undo(community, 'admin')).toBe('set cooldown');
    expect((await communities.settingsOf(community)).cooldown).toBe(60);
    const history = await communities.history(community);
    expect(history.map(({ role, action }) => `${role} ${action}`)).toEqual([
      'admin undo',
      'admin set cooldown',
      'owner set cooldown',
    ]);
  });

  it('travel as a file, and a broken file names its line and changes nothing', async () => {
    await communities.change(community, 'provider', 'onfido', 'admin');
    const file = writeSettingsFile(await communities.settingsOf(community));
    await communities.importFile(`${community}1`, file, 'admin');
    expect(await communities.settingsOf(`${community}1`)).toEqual(await communities.settingsOf(community));
    const broken = (text: string) => expected(communities.importFile(community, text, 'admin'));
    expect(await broken('language: en\nleakGuard: sometimes\n')).toEqual(['leakGuard', 2]);
    expect(await broken('language: en\n\ncolour: red\n')).toEqual(['name', 3]);
    expect(await broken('language: [en\n')).toEqual(['file', expect.any(Number)]);
    expect(await broken('- 1\n- 2\n')).toEqual(['file', 1].map(() => expect.anything()));
    const bomb = `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nfacts: [*b,*b,*b]\n`;
    expect(await broken(bomb)).toEqual(['file', 1]);
    // The library would warn on standard error, with what the file holds.
    const warned: unknown[] = [];
    const warn = process.emitWarning;
    process.emitWarning = (...words: unknown[]) => void warned.push(words);
    expect(await broken('? {secret: 1}\n: 2\n')).toEqual(['name', 1]);
    process.emitWarning = warn;
    expect(warned).toEqual([]);
    expect((await communities.settingsOf(community)).provider).toBe('onfido');
  });

  it('fall back to the defaults when what is stored no longer fits or cannot be read', async () => {
    await store.writeSettings(community, { leakGuard: 'from a later version' }, { role: 'x', action: 'x', at: 'x' });
    expect((await communities.settingsOf(community)).leakGuard).toBe('off');
    const gone = createCommunities({
      store: { ...store, readSettings: () => Promise.reject(new Error('down')) },
      log,
      now: () => new Date(),
    });
    expect((await gone.settingsOf(community)).leakGuard).toBe('off');
    expect(lines.join('')).toContain('settings-unreadable');
  });
});

describe('what was not understood', () => {
  it('is grouped by likeness, the most frequent first', async () => {
    for (const text of ['where is my card', 'where is my … card', 'how do i stake', 'Where is my card??', '…']) {
      await communities.noteUnanswered(community, { text, language: 'en', reason: 'fallback' });
    }
    const clusters = await communities.unanswered(community);
    expect(clusters.map(({ ids }) => ids.length)).toEqual([3, 1]);
    expect(clusters[0]?.text.toLowerCase()).toContain('where is my');
    await communities.clearUnanswered(community);
    expect(await communities.unanswered(community)).toEqual([]);
  });

  it('can be said to mean a topic or an answer of their own, once, and questions like it are off the list', async () => {
    const ask = (text: string) => communities.noteUnanswered(community, { text, language: 'en', reason: 'fallback' });
    for (const text of ['where is my card', 'Where is my card??', 'how do i stake']) await ask(text);
    const [cards, stake] = await communities.unanswered(community);
    await communities.teach(community, cards!.ids[1]!, { topic: 'turnaround_time' }, 'admin');
    await communities.teach(community, stake!.id, { language: 'en', text: 'Not here.' }, 'admin');
    expect(await communities.unanswered(community)).toEqual([]);
    expect(await communities.teach(community, stake!.id, { topic: 'x' }, 'admin')).toBeUndefined();
    const settings = await communities.settingsOf(community);
    expect(taughtTopic(settings, 'where is the card')).toBe('turnaround_time');
    expect(taughtTopic(settings, 'where is the station')).toBeUndefined();
    expect(findTaught(settings, 'how do I stake?', 'de', {})).toMatchObject({ language: 'en', text: 'Not here.' });
    expect(await communities.undo(community, 'admin')).toBe('answer en');
    expect(findTaught(await communities.settingsOf(community), 'how do I stake?', 'en', {})).toBeUndefined();
  });

  it('gives answers names that are free', async () => {
    const ask = (text: string) => communities.noteUnanswered(community, { text, language: 'en', reason: 'fallback' });
    for (const text of ['fees', '…?!']) await ask(text);
    await communities.setAnswer(community, { name: 'fees', language: 'en', text: 'None.' }, 'admin');
    const [fees] = await communities.unanswered(community);
    await communities.teach(community, fees!.id, { language: 'en', text: 'Two coins.' }, 'admin');
    expect(Object.keys((await communities.settingsOf(community)).answers)).toEqual(['fees', 'fees 2']);
  });

  it('costs nobody their answer when it cannot be kept', async () => {
    const broken = {
      ...store,
      addQuestion: () => Promise.reject(new Error('full')),
      count: () => Promise.reject(new Error('full')),
    };
    const gone = createCommunities({ store: broken, log, now: () => new Date() });
    await gone.noteUnanswered(community, { text: 'x', language: 'en', reason: 'fallback' });
    await gone.count(community, 'photo');
    expect(lines.join('')).toContain('question-not-kept');
  });
});

it('counts a week', async () => {
  await communities.count(community, 'leak:photo');
  await communities.count(community, 'leak:photo');
  await store.count(community, '2026-11-01', 'leak:photo');
  expect(await communities.lastWeek(community)).toEqual(new Map([['leak:photo', 2]]));
});

describe('facts', () => {
  it('keep the day on which they were set and where they are from', async () => {
    await communities.change(community, 'facts', 'turnaround_busy=two days | https://example.com/faq', 'admin');
    await communities.change(community, 'facts', 'attempts=five', 'admin');
    const { facts } = await communities.settingsOf(community);
    expect(facts).toEqual({
      turnaround_busy: {
        text: 'two days',
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        source: 'https://example.com/faq',
      },
      attempts: { text: 'five', date: expect.any(String) },
    });
    await communities.change(community, 'facts', 'attempts=', 'admin');
    expect(Object.keys((await communities.settingsOf(community)).facts)).toEqual(['turnaround_busy']);
    await communities.importFile(community, 'facts:\n  attempts: nine\n', 'admin');
    expect((await communities.settingsOf(community)).facts).toEqual({ attempts: { text: 'nine' } });
  });
});

describe('what several processes could do', () => {
  it('is done by one of them', async () => {
    const claims = await Promise.all(Array.from({ length: 6 }, () => communities.claim(`digest:${community}`)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await communities.claim(`other:${community}`)).toBe(true);
  });
});
