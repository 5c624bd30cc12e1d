import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../../src/bots/privacy.ts';
import { photoForm, startServer, type TestServer } from '../../support/web-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const MULTIPART = 'multipart/form-data; boundary=edge';
const fileHead = (name: string, field = 'photo') =>
  `--edge\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`;

/** Sends raw bytes and gives the status. */
const post = async (body: string | Uint8Array, contentType = MULTIPART) => {
  const response = await fetch(`${server.address}/api/photo`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: body as string,
  });
  const text = await response.text();
  return {
    status: response.status,
    error: JSON.parse(text).error as { code: string; message: string } | undefined,
    text,
  };
};

/** The server still does its work. */
async function expectAlive() {
  const response = await fetch(`${server.address}/api/photo`, { method: 'POST', body: photoForm(Buffer.from('ok')) });
  expect(response.status).toBe(200);
}

describe('hostile uploads', () => {
  it('takes a photo of 0 bytes as a photo: what is wrong with it is for the analysis to say', async () => {
    const response = await fetch(`${server.address}/api/photo`, { method: 'POST', body: photoForm(new Uint8Array(0)) });
    expect(response.status).toBe(200);
    expect(server.heard[0]?.photos[0]?.sizeBytes).toBe(0);
  });

  it('takes a photo just at the limit and refuses one byte more', async () => {
    const send = (sizeBytes: number) =>
      fetch(`${server.address}/api/photo`, { method: 'POST', body: photoForm(new Uint8Array(sizeBytes)) });
    expect((await send(MAX_PHOTO_BYTES)).status).toBe(200);
    const refused = await send(MAX_PHOTO_BYTES + 1);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({
      error: { code: 'too-large', message: expect.stringContaining('20 MB') },
    });
    expect(server.heard).toHaveLength(1);
  });

  it('refuses an announced length that is too large before anything is read', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(
        `${server.address}/api/photo`,
        { method: 'POST', headers: { 'content-type': MULTIPART, 'content-length': '999999999999' } },
        (response) => resolve(response.statusCode),
      );
      sent.on('error', reject);
      sent.write(fileHead('a.jpg'));
    });
    expect(status).toBe(413);
    await expectAlive();
  });

  it('cuts off a body that never ends', async () => {
    const { status, sentBytes } = await new Promise<{ status: number | undefined; sentBytes: number }>((resolve) => {
      let status: number | undefined;
      let sentBytes = 0;
      const chunk = Buffer.alloc(1_000_000);
      const sent = request(
        `${server.address}/api/photo`,
        { method: 'POST', headers: { 'content-type': MULTIPART } },
        (response) => {
          status = response.statusCode;
          response.resume();
        },
      );
      const feed = () => {
        while (!sent.destroyed && sent.write(chunk)) sentBytes += chunk.length;
        sentBytes += chunk.length;
      };
      sent
        .on('drain', feed)
        .on('error', () => {})
        .on('close', () => resolve({ status, sentBytes }));
      sent.write(fileHead('endless.jpg'));
      feed();
    });
    expect(status).toBe(413);
    expect(sentBytes).toBeGreaterThan(MAX_PHOTO_BYTES);
    await expectAlive();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'image/jpeg', 'multipart/mixed'])(
    'refuses the content type %s',
    async (contentType) => {
      const { status, error } = await post('as=document', contentType);
      expect(status).toBe(415);
      expect(error?.code).toBe('bad-request');
    },
  );

  it('refuses JSON, valid or not', async () => {
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post('as=document', 'application/json')).status).toBe(400);
  });

  it.each([
    ['no boundary', 'x', 'multipart/form-data'],
    ['an empty body', '', MULTIPART],
    ['no photo', '--edge\r\nContent-Disposition: form-data; name="as"\r\n\r\nselfie\r\n--edge--\r\n', MULTIPART],
    ['a body that stops in the middle', `${fileHead('a.jpg')}half a photo`, MULTIPART],
    ['nonsense', '\u0000\u0001\u0002', MULTIPART],
    [
      'an unknown kind',
      '--edge\r\nContent-Disposition: form-data; name="as"\r\n\r\nface-swap\r\n' +
        fileHead('a.jpg') +
        'x\r\n--edge--\r\n',
      MULTIPART,
    ],
    ['two photos', `${fileHead('a.jpg')}x\r\n${fileHead('b.jpg')}y\r\n--edge--\r\n`, MULTIPART],
    [
      'too many fields',
      `${'--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(50)}--edge--\r\n`,
      MULTIPART,
    ],
  ])('refuses %s with a message and goes on', async (_what, body, contentType) => {
    const { status, error, text } = await post(body, contentType);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(error?.message).toBeTruthy();
    expect(text).not.toMatch(/node_modules|at .*\.js|busboy/i);
    expect(server.heard).toEqual([]);
    await expectAlive();
  });

  it('survives a field name of a megabyte', async () => {
    const { status } = await post(`${fileHead('a.jpg', 'p'.repeat(1_000_000))}x\r\n--edge--\r\n`);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
    await expectAlive();
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes a field called %s as any other', async (name) => {
    const field = `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\npolluted\r\n`;
    const { status } = await post(`${field}${fileHead('a.jpg')}x\r\n--edge--\r\n`);
    expect(status).toBeLessThan(500);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    await expectAlive();
  });

  it.each([
    '../../../etc/passwd',
    '/etc/passwd',
    'C:\\windows\\x.jpg',
    'a\u0000.jpg',
    '<img onerror=x>.jpg',
    `${'n'.repeat(5000)}.jpg`,
  ])('makes nothing of the file name %j but its ending', async (name) => {
    const response = await fetch(`${server.address}/api/photo`, {
      method: 'POST',
      body: photoForm(Buffer.from('x'), {}, name),
    });
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('etc');
    expect(server.logLines.join('')).not.toContain('etc');
  });

  it('gives the place back when the sender hangs up in the middle', async () => {
    await server.close();
    server = await startServer({ maxPhotosInFlight: 1 });
    const { port } = new URL(server.address);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      await new Promise((resolve) => socket.on('connect', resolve));
      socket.write(
        `POST /api/photo HTTP/1.1\r\nHost: x\r\nContent-Type: ${MULTIPART}\r\nContent-Length: 5000\r\n\r\n${fileHead('a.jpg')}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.destroy();
    }
    await expect
      .poll(
        async () =>
          (await fetch(`${server.address}/api/photo`, { method: 'POST', body: photoForm(Buffer.from('ok')) })).status,
      )
      .toBe(200);
  });
});
