import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, Respond } from '../../../src/bots/platform.ts';
import { type BrowserPage, chromiumPath, openPage } from '../../support/browser.ts';
import { english, spanish } from '../../support/locales.ts';
import { photoJpeg } from '../../support/photos.ts';
import { PLAIN_REPLY, startServer, type TestServer } from '../../support/web-server.ts';

const DESKTOP = { widthPx: 1200, heightPx: 850 };
const PHONE = { widthPx: 360, heightPx: 740, isPhone: true };
const MARKUP = '<img src=x onerror="document.title=\'broken\'">';

let photoFiles: string[];
let jpeg: Buffer;
let server: TestServer;
let page: BrowserPage;

const photoReply = (judgedAs: string): Reply => ({
  tone: 'bad',
  language: 'en',
  paragraphs: [
    { kind: 'headline', text: `Judged as ${judgedAs}` },
    { kind: 'item', number: 1, tone: 'bad', title: 'Reflection', measured: '6%', text: `Tilt it. ${MARKUP}` },
    { kind: 'item', number: 2, tone: 'caution', title: 'Not sharp', measured: undefined, text: 'Hold still.' },
  ],
  buttons: [
    { label: 'Selfie', action: 'as:selfie' },
    { label: 'Copy', action: 'copy' },
  ],
  picture: { jpeg, altText: 'The marked photo' },
});
const respond: Respond = async ({ photos, judgeAs, pressed }) => {
  if (pressed === 'copy')
    return [{ ...PLAIN_REPLY, file: { bytes: jpeg, name: 'photo.jpg', mediaType: 'image/jpeg' } }];
  return photos.length > 0 ? [photoReply(judgeAs ?? 'auto')] : [PLAIN_REPLY];
};

beforeAll(async () => {
  jpeg = await photoJpeg(600, 400);
  const directory = mkdtempSync(join(tmpdir(), 'page-'));
  photoFiles = ['a.jpg', 'b.jpg', 'c.heic'].map((name) => join(directory, name));
  for (const file of photoFiles) writeFileSync(file, file.endsWith('heic') ? 'not shown by browsers' : jpeg);
});

describe.skipIf(chromiumPath === undefined)('the page in a real browser (needs Chromium on the PATH)', () => {
  beforeEach(async () => {
    const popularQuestions = () => [{ label: 'How should a selfie look?', action: 'topic:selfie_rules' }];
    server = await startServer({ popularQuestions }, respond);
  });
  afterEach(async () => {
    await page.close();
    await server.close();
  });
  const count = (selector: string) => page.evaluate<number>(`document.querySelectorAll('${selector}').length`);
  const textOf = (selector: string) => page.evaluate<string>(`document.querySelector('${selector}').textContent`);

  it('shows the reply to a photo with its picture, takes texts as texts, and judges the same photo as another kind', async () => {
    page = await openPage(server.address, DESKTOP);
    await page.chooseFiles('#file', photoFiles.slice(0, 1));
    await page.waitFor('document.querySelector(".enlarge img")?.complete');
    expect(await textOf('.headline')).toContain('Judged as auto');
    expect(await textOf('.step')).toContain(MARKUP);
    expect(await page.evaluate('document.title')).toBe('Retake');
    expect(await page.evaluate('document.querySelector(".enlarge img").alt')).toBe('The marked photo');
    expect(await page.evaluate('document.querySelector(".enlarge img").naturalWidth')).toBe(600);
    expect(await page.evaluate('[...document.querySelectorAll(".badge")].map((badge) => badge.textContent)')).toEqual([
      '1',
      '2',
    ]);

    await page.evaluate('document.querySelector(".reply .buttons button").click()');
    await page.waitFor('document.querySelectorAll(".headline").length === 2');
    expect(server.heard.map(({ judgeAs }) => judgeAs)).toEqual(['auto', 'selfie']);
    expect(server.heard[1]?.photos[0]?.sizeBytes).toBe(jpeg.length);
    expect(page.complaints).toEqual([]);
  });

  it.each([
    ['dropped', "new DragEvent('drop', { dataTransfer: files })"],
    ['pasted', "new ClipboardEvent('paste', { clipboardData: files })"],
  ])('takes photos that are %s, as the kind that is selected', async (_how, event) => {
    page = await openPage(server.address, DESKTOP);
    await page.evaluate(`{
      const files = new DataTransfer();
      for (const name of ['1.jpg', '2.jpg']) files.items.add(new File(['bytes'], name));
      document.querySelector('input[value="selfie-with-document"]').click();
      dispatchEvent(${event});
    }`);
    await page.waitFor('document.querySelectorAll(".headline").length === 2');
    expect(server.heard.map(({ judgeAs, photos }) => [judgeAs, photos[0]?.declaredName]).sort()).toEqual([
      ['selfie-with-document', '1.jpg'],
      ['selfie-with-document', '2.jpg'],
    ]);
  });

  it('scrolls the conversation and never the document, however long it gets', async () => {
    page = await openPage(server.address, DESKTOP);
    await page.chooseFiles('#file', photoFiles.slice(0, 2));
    await page.waitFor('document.querySelectorAll(".enlarge img").length === 2');
    await page.chooseFiles('#file', photoFiles.slice(0, 2));
    await page.waitFor('document.querySelectorAll(".enlarge img").length === 4');
    expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);
    expect(await page.evaluate('document.querySelector("main").scrollHeight > innerHeight')).toBe(true);
  });

  it('hands a photo back for a copy and shows the file to keep', async () => {
    page = await openPage(server.address, DESKTOP);
    await page.chooseFiles('#file', photoFiles.slice(0, 1));
    await page.waitFor('document.querySelectorAll(".reply .buttons button").length === 2');
    await page.evaluate('document.querySelectorAll(".reply .buttons button")[1].click()');
    await page.waitFor('document.querySelector("a.file")');
    expect(await page.evaluate('document.querySelector("a.file").download')).toBe('photo.jpg');
    expect(await page.evaluate('document.querySelector("a.file").href')).toMatch(/^data:image\/jpeg;base64,/);
    const [first, second] = server.heard;
    expect([first?.pressed, second?.pressed]).toEqual([undefined, 'copy']);
    expect(first?.talk).toMatch(/^web:[0-9a-f-]{36}$/);
    expect(second?.talk).toBe(first?.talk);
  });

  it('answers each of several photos, even one that the browser cannot show', async () => {
    page = await openPage(server.address, DESKTOP);
    await page.chooseFiles('#file', photoFiles);
    await page.waitFor('document.querySelectorAll(".headline").length === 3 && document.querySelector(".chip")');
    expect(await count('.mine')).toBe(3);
    expect(await count('.progress')).toBe(0);
    expect(await textOf('.chip')).toContain(english('chat:web.fileSent'));
  });

  it('asks a question by keyboard, remembers what was said before, and starts over on request', async () => {
    page = await openPage(server.address, DESKTOP);
    await page.evaluate('document.getElementById("question").focus()');
    for (const text of ['why was it rejected', 'and now?']) {
      await page.type(text);
      await page.pressEnter();
      await page.waitFor(
        `document.querySelectorAll(".reply").length === ${text === 'and now?' ? 2 : 1} && !document.querySelector(".progress")`,
      );
    }
    expect(server.heard[1]).toMatchObject({ text: 'and now?', previousText: 'why was it rejected' });
    await page.evaluate('document.getElementById("start-over").click()');
    expect(await count('.message')).toBe(0);
    expect(await page.evaluate('document.getElementById("welcome").hidden')).toBe(false);
    expect(page.complaints).toEqual([]);
  });

  it('changes its language without losing what was said', async () => {
    page = await openPage(server.address, DESKTOP);
    await page.evaluate('document.querySelector("#popular button").click()');
    await page.waitFor('document.querySelector(".reply .words")');
    await page.evaluate(
      `{ const select = document.getElementById('language'); select.value = 'es'; select.dispatchEvent(new Event('change')); }`,
    );
    await page.waitFor('document.documentElement.lang === "es"');
    expect(await textOf('.bar .names p')).toBe(spanish('chat:web.tagline'));
    expect(await page.evaluate('document.getElementById("question").placeholder')).toBe(
      spanish('chat:web.placeholder'),
    );
    expect(await count('.reply')).toBe(1);
    await page.evaluate('document.getElementById("question").focus()');
    await page.type('hola');
    await page.pressEnter();
    await page.waitFor('document.querySelectorAll(".reply .words").length === 2');
    expect(server.heard.at(-1)).toMatchObject({ chosenLanguage: 'es', text: 'hola' });
  });

  it('says so when the server is gone, and tries again on request', async () => {
    page = await openPage(server.address, DESKTOP);
    await server.close();
    await page.evaluate('document.querySelector("#popular button").click()');
    await page.waitFor('document.querySelector(".reply:not(:has(.progress))")');
    expect(await textOf('.reply')).toContain(english('chat:errors.offline'));
    expect(await textOf('.reply .buttons')).toBe(english('chat:web.tryAgain'));
  });

  it.each([DESKTOP, PHONE])(
    'fits into $widthPx pixels, with targets that a finger can hit and a name on every control',
    async (size) => {
      page = await openPage(`${server.address}/?language=es`, size);
      await page.chooseFiles('#file', photoFiles.slice(0, 1));
      await page.waitFor('document.querySelector(".enlarge img")?.complete');
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      const small = await page.evaluate<string[]>(`[...document.querySelectorAll('button, select')]
      .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 40)
      .map((control) => control.outerHTML)`);
      expect(small).toEqual([]);
      const nameless = await page.evaluate<
        string[]
      >(`[...document.querySelectorAll('button, select, textarea, input:not([hidden])')]
      .filter((control) => !(control.getAttribute('aria-label') || control.textContent.trim() || control.closest('label') || control.querySelector('img[alt]')))
      .map((control) => control.outerHTML)`);
      expect(nameless).toEqual([]);
    },
  );
});
