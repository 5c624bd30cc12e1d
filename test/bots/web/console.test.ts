import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Access, type Communities, createAccess, createCommunities } from '../../../src/bots/community/index.ts';
import { createConsole } from '../../../src/bots/conversation/index.ts';
import { createLog } from '../../../src/bots/log.ts';
import { openStore, type Store } from '../../../src/bots/store/index.ts';
import { createFaqEngine, loadFaqModel } from '../../../src/faq/index.ts';
import { type BrowserPage, chromiumPath, openPage } from '../../support/browser.ts';
import { translator } from '../../support/locales.ts';
import { photoJpeg } from '../../support/photos.ts';
import { startServer, type TestServer } from '../../support/web-server.ts';

const faq = createFaqEngine(loadFaqModel(new URL('../../../dist/faq/model.bin', import.meta.url)));
const DESKTOP = { widthPx: 1000, heightPx: 900 };
const PHONE = { widthPx: 360, heightPx: 740, isPhone: true };
const QUESTION = 'how does the parking of my bicycle work here';

let nowMs = Date.parse('2026-11-24T12:00:00Z');
let directory: string;
let store: Store;
let communities: Communities;
let access: Access;
let server: TestServer;
let community: string;
let next = 0;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'console-'));
  store = await openStore({ directory });
  const log = createLog('silent');
  const now = () => new Date(nowMs);
  communities = createCommunities({ store, log, now });
  access = createAccess(store, now);
  const picture = new Uint8Array(await photoJpeg(60, 40));
  const analyser = { drawBars: async () => picture } as unknown as Parameters<typeof createConsole>[0]['analyser'];
  server = await startServer({ console: createConsole({ analyser, faq, translator, log, communities, access }) });
});
afterAll(async () => {
  await server.close();
  await store.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  next += 1;
  community = `discord:${next}`;
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
/** A session, as the browser keeps it, with the word against forged requests. */
async function signedIn() {
  const entered = await post('/console/enter', { link: await access.invite(community, 'manager') });
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  const state = await fetch(`${server.address}/console/state`, { headers: { cookie } }).then((r) => r.json());
  return { cookie, csrf: state.csrf as string, state, setCookie: entered.headers.get('set-cookie')! };
}

describe('the way in', () => {
  it('is a link that works once', async () => {
    const link = await access.invite(community, 'manager');
    expect((await post('/console/enter', { link })).status).toBe(200);
    const again = await post('/console/enter', { link });
    expect(again.status).toBe(401);
    expect((await again.json()).error.message).toContain('/retake console');
  });

  it('is open to one of many who come with the same link at once', async () => {
    const link = await access.invite(community, 'manager');
    const all = await Promise.all(Array.from({ length: 8 }, () => post('/console/enter', { link })));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('ends after ten minutes, and a session after two hours', async () => {
    const late = await access.invite(community, 'manager');
    const { cookie } = await signedIn();
    nowMs += 11 * 60_000;
    expect((await post('/console/enter', { link: late })).status).toBe(401);
    const state = () => fetch(`${server.address}/console/state`, { headers: { cookie } });
    expect((await state()).status).toBe(200);
    nowMs += 2 * 60 * 60_000;
    expect((await state()).status).toBe(401);
  });

  it.each([{}, { link: 5 }, { link: '' }, { link: 'f'.repeat(64) }, { link: 'x'.repeat(5000) }, []])(
    'is closed to %j',
    async (body) => {
      expect((await post('/console/enter', body)).status).toBe(401);
    },
  );

  it('keeps the session where no script and no other site gets at it', async () => {
    const { setCookie } = await signedIn();
    expect(setCookie).toMatch(/; Path=\/console; HttpOnly; SameSite=Strict; Max-Age=7200$/);
    const link = await access.invite(community, 'manager');
    const secure = await post('/console/enter', { link }, { 'x-forwarded-proto': 'https' });
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure$/);
  });
});

describe('what can be done', () => {
  it('is nothing without a session, without its word, or from another site', async () => {
    const { cookie, csrf } = await signedIn();
    const action = { do: 'set', name: 'cooldown', value: '7' };
    const statuses = [
      await post('/console/act', action),
      await post('/console/act', action, { cookie: 'retake_console=abc', 'x-retake-csrf': csrf }),
      await post('/console/act', action, { cookie }),
      await post('/console/act', action, { cookie, 'x-retake-csrf': '0'.repeat(64) }),
      await post('/console/act', action, { cookie, 'x-retake-csrf': csrf, origin: 'https://evil.example' }),
      await fetch(`${server.address}/console/settings.yaml`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 401, 403, 403, 403, 401]);
    expect((await communities.settingsOf(community)).cooldown).toBe(30);
  });

  it('changes the settings of its own community, by role, and says what is wrong', async () => {
    const { cookie, csrf } = await signedIn();
    const act = (action: unknown) =>
      post('/console/act', action, { cookie, 'x-retake-csrf': csrf }).then((response) => response.json());
    expect(await act({ do: 'set', name: 'cooldown', value: '7' })).toEqual({ problem: null });
    expect((await act({ do: 'set', name: 'cooldown', value: 'soon' })).problem).toContain('seconds from 0 to 3600');
    expect((await act({ do: 'set', name: 'answers', value: 'x' })).problem).not.toBeNull();
    expect((await act({ do: 'nothing' })).problem).not.toBeNull();
    expect((await act({ do: 'import', text: 'cooldown: 5\nlanguage: 12\n' })).problem).toContain('Line 2');
    expect((await communities.settingsOf(community)).cooldown).toBe(7);
    expect((await communities.settingsOf(`${community}0`)).cooldown).toBe(30);
    expect((await communities.history(community))[0]).toMatchObject({ role: 'manager', action: 'set cooldown' });
    const file = await fetch(`${server.address}/console/settings.yaml`, { headers: { cookie } });
    expect(await file.text()).toContain('cooldown: 7');
    expect(await act({ do: 'undo' })).toEqual({ problem: null });
    expect((await communities.settingsOf(community)).cooldown).toBe(30);
  });

  it('ends with signing out', async () => {
    const { cookie, csrf } = await signedIn();
    expect((await post('/console/leave', {}, { cookie, 'x-retake-csrf': csrf })).status).toBe(200);
    expect((await fetch(`${server.address}/console/state`, { headers: { cookie } })).status).toBe(401);
  });
});

describe.skipIf(chromiumPath === undefined)('the console in a real browser (needs Chromium on the PATH)', () => {
  let page: BrowserPage;
  afterEach(() => page.close());
  const open = async (size: Parameters<typeof openPage>[1], query = '') => {
    page = await openPage(`${server.address}/console${query}#${await access.invite(community, 'manager')}`, size);
    await page.waitFor(`!document.querySelector('#door').hidden`);
    await page.evaluate(`document.querySelector('#enter').click()`);
    await page.waitFor(`!document.querySelector('#desk').hidden`);
  };
  const go = (tab: string) => page.evaluate(`document.querySelector('[data-tab=${tab}]').click()`);
  const type = (selector: string, value: string) =>
    page.evaluate(
      `{ const field = document.querySelector(${JSON.stringify(selector)}); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('change')); }`,
    );

  it('signs in, takes the link out of the address, and changes a setting at once', async () => {
    await open(DESKTOP);
    expect(await page.evaluate('location.hash + document.cookie')).toBe('');
    await type('#setting-leakGuard', 'dry-run');
    await page.waitFor(`!document.querySelector('#toast').hidden`);
    expect((await communities.settingsOf(community)).leakGuard).toBe('dry-run');
    await type('#setting-cooldown', 'soon');
    await page.evaluate(`document.querySelector('#setting-cooldown').nextElementSibling.click()`);
    await page.waitFor(`document.querySelector('#toast').classList.contains('bad')`);
    expect(await page.evaluate(`document.querySelector('#setting-cooldown').value`)).toBe('soon');
    expect(page.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });

  it('adds an answer, shows markup as text, and says which languages are missing', async () => {
    await communities.setAnswer(community, { name: 'fees', language: 'de', text: 'Keine.' }, 'x');
    await communities.setAnswer(community, { name: 'limits', language: 'fr', text: '<b>Aucune</b>' }, 'x');
    await open(DESKTOP);
    await go('answers');
    expect(await page.evaluate(`document.querySelector('.missing').textContent`)).toContain('Français');
    await type('#answer-name', 'opening hours');
    await type('#answer-words', 'Always <i>open</i>.');
    await page.evaluate(`document.querySelector('#answer-words').parentElement.querySelector('.main').click()`);
    await page.waitFor(`document.body.textContent.includes('opening hours')`);
    expect((await communities.settingsOf(community)).answers['opening hours']?.texts.en).toBe('Always <i>open</i>.');
    expect(await page.evaluate(`document.querySelectorAll('#panel i, #panel b').length`)).toBe(0);
  });

  it('turns what was not understood into a topic with one press', async () => {
    for (let i = 0; i < 3; i++)
      await communities.noteUnanswered(community, { text: QUESTION, language: 'en', reason: 'fallback' });
    await open(PHONE);
    await go('questions');
    expect(await page.evaluate(`document.querySelector('#panel').textContent`)).toContain('3 ×');
    await type('#panel select', 'contact_support');
    await page.waitFor(`document.querySelectorAll('#panel h2').length === 0`);
    expect((await communities.settingsOf(community)).phrases).toEqual({ contact_support: [QUESTION] });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('speaks the language of the moderator, from right to left where it is written so', async () => {
    await open(DESKTOP, '?language=ar');
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    await go('week');
    await go('history');
    expect(page.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});
