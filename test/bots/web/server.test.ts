import { afterEach, describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/bots/web/rate-limit.ts';
import { english, spanish } from '../../support/locales.ts';
import { PLAIN_REPLY, photoForm, startServer, type TestServer } from '../../support/web-server.ts';

let server: TestServer;
afterEach(() => server.close());

const ask = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.address}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const sendPhoto = (form: FormData) => fetch(`${server.address}/api/photo`, { method: 'POST', body: form });

describe('the page', () => {
  it('is whole without any other site: every address in it is its own and answers', async () => {
    server = await startServer();
    const html = await (await fetch(server.address)).text();
    const links = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1] as string);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link).toMatch(/^\//);
      expect((await fetch(server.address + link)).status).toBe(200);
    }
  });

  it('has no inline script or style, so the strict policy holds', async () => {
    server = await startServer();
    const html = await (await fetch(server.address)).text();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(
      [...html.matchAll(/<script([^>]*)>/g)].every((match) => /src=|application\/json/.test(match[1] as string)),
    ).toBe(true);
  });

  it('speaks the language of the browser, and another one when asked', async () => {
    server = await startServer();
    const page = async (path: string, accept: string) =>
      (await fetch(server.address + path, { headers: { 'accept-language': accept } })).text();
    expect(await page('/', 'hu-HU, es;q=0.8, en;q=0.5')).toContain('<html lang="es"');
    expect(await page('/', 'hu-HU')).toContain('<html lang="en"');
    expect(await page('/?language=en', 'es')).toContain(`>${english('chat:welcome.what')}<`);
    expect(await page('/?language=%3Cscript%3E', 'es')).toContain('<html lang="es"');
  });

  it('leaves no text without words', async () => {
    server = await startServer();
    expect(await (await fetch(server.address)).text()).not.toMatch(/\{\{|\}\}(?!\})\s*</);
  });

  it('gives the words of a language for switching', async () => {
    server = await startServer();
    const words = await (await fetch(`${server.address}/api/texts?language=es`)).json();
    expect(words).toMatchObject({ language: 'es', direction: 'ltr', texts: { 'web.send': spanish('chat:web.send') } });
  });
});

describe('every answer', () => {
  it.each(['/', '/page.js', '/healthz', '/nothing-here', '/../package.json'])(
    'of %s carries the security headers',
    async (path) => {
      server = await startServer();
      const { headers } = await fetch(server.address + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
    },
  );

  it('tells that all is well', async () => {
    server = await startServer();
    expect(await (await fetch(`${server.address}/healthz`)).json()).toMatchObject({ status: 'ok' });
  });

  it('says in words that there is nothing at an unknown path, and serves no other file', async () => {
    server = await startServer();
    const response = await fetch(`${server.address}/src/bots/main.ts`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { code: 'not-found', message: english('chat:errors.not-found') } });
  });
});

describe('POST /api/ask', () => {
  it('hands the question to the conversation and its replies to the page, uncached', async () => {
    server = await startServer();
    const response = await ask({ text: 'how long?', language: 'es', previousText: 'hi', lastTopic: 'selfie_rules' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ replies: [{ ...PLAIN_REPLY, picture: null, file: null, topic: null }] });
    expect(server.heard).toEqual([
      expect.objectContaining({
        text: 'how long?',
        languageHint: 'es',
        previousText: 'hi',
        lastTopic: 'selfie_rules',
        isPublic: false,
      }),
    ]);
  });

  it('tells a chosen language from a guessed one', async () => {
    server = await startServer();
    await ask({ text: 'hi', language: 'es', chosen: true });
    expect(server.heard[0]).toMatchObject({ chosenLanguage: 'es' });
    expect(server.heard[0]?.languageHint).toBeUndefined();
  });

  it.each([[{ text: 7 }], [{ text: 'x'.repeat(2001) }], [{ language: '../../etc' }], [[]], ['text'], [null]])(
    'refuses a body that is no question: %j',
    async (body) => {
      server = await startServer();
      const response = await ask(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'bad-request' } });
      expect(server.heard).toEqual([]);
    },
  );

  it('refuses broken JSON and a body that is too long without repeating it', async () => {
    server = await startServer();
    for (const body of ['{"text":', `{"text":"${'secret '.repeat(10_000)}"}`]) {
      const response = await fetch(`${server.address}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toContain('secret');
    }
  });

  it('answers in the language of the browser when something is wrong', async () => {
    server = await startServer();
    const response = await ask({ text: 7 }, { 'accept-language': 'es' });
    expect(await response.json()).toMatchObject({ error: { message: spanish('chat:errors.bad-request') } });
  });

  it('says that it was our fault when the conversation fails, without a stack, and logs no words of it', async () => {
    server = await startServer({}, async () => {
      throw new Error('Maria Olivia');
    });
    const response = await ask({ text: 'hi' });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: { code: 'lost-question', message: english('chat:errors.lost-question') },
    });
    expect(server.logLines).toHaveLength(1);
    expect(server.logLines[0]).not.toContain('Maria');
  });

  it('tells an address that asks too fast to wait', async () => {
    server = await startServer({ rateLimit: createRateLimit({ burst: 2, perSecond: 0, maxAddresses: 10 }) });
    const statuses = [(await ask({ text: 'a' })).status, (await ask({ text: 'b' })).status];
    const refused = await ask({ text: 'c' });
    expect([...statuses, refused.status]).toEqual([200, 200, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: { code: 'too-fast' } });
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  it.each([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])(
    'does not answer a visitor of another website: %j',
    async (headers) => {
      server = await startServer();
      expect((await ask({ text: 'hi' }, headers)).status).toBe(403);
      expect(server.heard).toEqual([]);
    },
  );
});

describe('POST /api/photo', () => {
  it('hands the photo, its kind and its name to the conversation', async () => {
    server = await startServer();
    const response = await sendPhoto(
      photoForm(Buffer.from('bytes'), { as: 'selfie', language: 'es', chosen: 'true' }, 'IMG 1.HEIC'),
    );
    expect(response.status).toBe(200);
    const [message] = server.heard;
    expect(message).toMatchObject({ judgeAs: 'selfie', chosenLanguage: 'es', isPublic: false, platform: 'web' });
    expect(message?.photos[0]).toMatchObject({ sizeBytes: 5, declaredName: 'IMG 1.HEIC' });
    expect(Buffer.from((await message?.photos[0]?.download()) ?? []).toString()).toBe('bytes');
  });

  it('takes the fields after the photo as well', async () => {
    server = await startServer();
    const form = photoForm(Buffer.from('bytes'));
    form.append('as', 'document');
    await sendPhoto(form);
    expect(server.heard[0]?.judgeAs).toBe('document');
  });

  it('hands on the details to compare, and refuses what no account holds', async () => {
    server = await startServer();
    const send = async (fields: Record<string, string>) =>
      (await sendPhoto(photoForm(Buffer.from('x'), fields))).status;
    expect(await send({ name: ' Ana Ñandú ', birthDate: '1990-02-28' })).toBe(200);
    expect(server.heard.at(-1)?.details).toEqual({ name: 'Ana Ñandú', birthDate: '1990-02-28' });
    expect(await send({ name: '', birthDate: '' })).toBe(200);
    expect(server.heard.at(-1)?.details).toEqual({});
    expect(await send({ birthDate: '1990-02-30' })).toBe(400);
    expect(await send({ name: 'x'.repeat(151) })).toBe(400);
    expect(server.logLines.join('')).not.toContain('Ñandú');
  });

  it('sends the picture of the reply inside the reply', async () => {
    const picture = { jpeg: Buffer.from('picture'), altText: 'A picture' };
    server = await startServer({}, async () => [{ ...PLAIN_REPLY, picture }]);
    const { replies } = (await (await sendPhoto(photoForm(Buffer.from('x')))).json()) as { replies: unknown[] };
    expect(replies[0]).toMatchObject({
      picture: { src: `data:image/jpeg;base64,${Buffer.from('picture').toString('base64')}`, alt: 'A picture' },
    });
  });

  it('takes several photos at once', async () => {
    server = await startServer();
    const responses = await Promise.all([1, 2, 3, 4, 5].map((n) => sendPhoto(photoForm(Buffer.alloc(n)))));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(server.heard.map((message) => message.photos[0]?.sizeBytes).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('says that it is busy when all places are taken, and takes photos again afterwards', async () => {
    let finish = () => {};
    const isHeld = new Promise<void>((resolve) => {
      finish = resolve;
    });
    server = await startServer({ maxPhotosInFlight: 1 }, async () => {
      await isHeld;
      return [PLAIN_REPLY];
    });
    const first = sendPhoto(photoForm(Buffer.from('1')));
    await expect.poll(() => server.heard.length).toBe(1);
    const refused = await sendPhoto(photoForm(Buffer.from('2')));
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBeTruthy();
    expect(await refused.json()).toMatchObject({ error: { code: 'busy' } });
    finish();
    expect((await first).status).toBe(200);
    expect((await sendPhoto(photoForm(Buffer.from('3')))).status).toBe(200);
  });

  it('gives the place back when the conversation fails', async () => {
    let calls = 0;
    server = await startServer({ maxPhotosInFlight: 1 }, async () => {
      calls += 1;
      if (calls === 1) throw new Error('lost');
      return [PLAIN_REPLY];
    });
    expect((await sendPhoto(photoForm(Buffer.from('1')))).status).toBe(500);
    expect((await sendPhoto(photoForm(Buffer.from('2')))).status).toBe(200);
  });
});

describe('stopping', () => {
  it('finishes the photo that is being judged and takes no further one', async () => {
    let finish = () => {};
    const isHeld = new Promise<void>((resolve) => {
      finish = resolve;
    });
    server = await startServer({}, async () => {
      await isHeld;
      return [PLAIN_REPLY];
    });
    const running = sendPhoto(photoForm(Buffer.from('1')));
    await expect.poll(() => server.heard.length).toBe(1);
    const closed = server.close();
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
    finish();
    expect((await running).status).toBe(200);
    await closed;
  });
});
