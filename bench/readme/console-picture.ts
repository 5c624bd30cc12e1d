import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPhotoAnalyser } from '../../src/analysis/index.ts';
import { createAccess, createCommunities } from '../../src/bots/community/index.ts';
import { createConsole } from '../../src/bots/conversation/index.ts';
import { createLog } from '../../src/bots/log.ts';
import { createTranslator } from '../../src/bots/reply/i18n.ts';
import { openStore } from '../../src/bots/store/index.ts';
import { createWebServer } from '../../src/bots/web/server.ts';
import { createFaqEngine, loadFaqModel } from '../../src/faq/index.ts';
import { openPage } from '../../test/support/browser.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const FAQ_MODEL = new URL('../../dist/faq/model.bin', import.meta.url);
const COMMUNITY = 'discord:1';
const COUNTS = { 'topic:turnaround_time': 31, 'topic:selfie_rules': 18, 'fault:blur': 22, 'fault:glare': 9, ticket: 4 };

/** The page for moderators with a week behind it, as PNG bytes. Needs a build and Chromium. */
export async function takeConsolePicture(): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), 'console-'));
  const store = await openStore({ directory });
  const log = createLog('silent');
  const now = () => new Date();
  const communities = createCommunities({ store, log, now });
  const access = createAccess(store, now);
  const translator = createTranslator(LOCALES);
  const analyser = createPhotoAnalyser({ threads: 1 });
  const faq = createFaqEngine(loadFaqModel(FAQ_MODEL));
  await communities.change(COMMUNITY, 'leakGuard', 'on', 'manager');
  await communities.change(COMMUNITY, 'scamGuard', 'on', 'manager');
  await communities.change(COMMUNITY, 'officialLinks', 'https://example.com', 'manager');
  await communities.change(COMMUNITY, 'staffNames', 'Support, Moderator', 'manager');
  for (const [name, count] of Object.entries(COUNTS)) {
    for (let i = 0; i < count; i++) await communities.count(COMMUNITY, name);
  }
  const server = createWebServer({
    translator,
    log,
    defaultLanguage: 'en',
    popularQuestions: () => [],
    respond: async () => [],
    console: createConsole({ analyser, faq, translator, log, communities, access }),
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const link = await access.invite(COMMUNITY, 'manager');
  const page = await openPage(`${address}/console?language=en#${link}`, { widthPx: 960, heightPx: 760 });
  try {
    await page.waitFor("!document.querySelector('#door').hidden");
    await page.evaluate("document.querySelector('#enter').click()");
    await page.waitFor("!document.querySelector('#desk').hidden");
    return await page.screenshot();
  } finally {
    await page.close();
    await server.close();
    await store.close();
    await analyser.close();
    await rm(directory, { recursive: true });
  }
}
