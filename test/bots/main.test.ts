import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { photoJpeg } from '../support/photos.ts';
import { type Running, runBuilt, startBuilt } from '../support/process.ts';
import { startTelegram } from '../support/telegram-stand-in.ts';
import { photoForm } from '../support/web-server.ts';

const MAIN = 'bots/main.js';
const READY = /^Retake is ready: (http:\/\/127\.0\.0\.1:\d+)$/m;
/** Photos and words that must be found nowhere. */
const NAME = 'maria-olivia-passport.jpg';

const started: Running[] = [];
async function start(env: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'retake-'));
  const running = startBuilt(MAIN, [], { env: { PORT: '0', ...env }, cwd });
  started.push(running);
  const [, address] = await running.waitFor(READY);
  return { ...running, address: address as string, cwd };
}
afterEach(async () => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
});

describe('the started process', () => {
  it('serves the page, judges a photo, answers a question, and ends with 0 on SIGTERM, leaving nothing behind', async () => {
    const { address, child, ended, cwd } = await start();
    expect(await (await fetch(`${address}/healthz`)).json()).toMatchObject({ status: 'ok' });
    expect(await (await fetch(address)).text()).toContain('<h1>Retake</h1>');

    const form = photoForm(await photoJpeg(), { as: 'document' }, NAME);
    const photo = await fetch(`${address}/api/photo`, { method: 'POST', body: form });
    const { replies } = (await photo.json()) as { replies: { tone: string; picture: { src: string } }[] };
    expect(photo.status).toBe(200);
    expect(replies[0]?.tone).toMatch(/good|caution|bad/);
    expect(replies[0]?.picture.src).toMatch(/^data:image\/jpeg;base64,\/9j\//);

    const question = await fetch(`${address}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'How long does the verification take?' }),
    });
    const answers = (await question.json()) as { replies: { topic: string; paragraphs: { text: string }[] }[] };
    expect(answers.replies[0]?.topic).toBe('turnaround_time');
    expect(answers.replies[0]?.paragraphs[0]?.text.length).toBeGreaterThan(20);

    child.kill('SIGTERM');
    const { exitCode, stdout, stderr } = await ended;
    expect(exitCode).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
    expect(stdout + stderr).not.toContain('maria');
    expect(stdout + stderr).not.toContain('verification take');
    for (const line of stderr.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('finishes the photo that it is judging when it is told to stop', async () => {
    const { address, child, ended } = await start();
    const running = fetch(`${address}/api/photo`, { method: 'POST', body: photoForm(await photoJpeg(4000, 3000)) });
    await expect
      .poll(
        async () => ((await (await fetch(`${address}/healthz`)).json()) as { photosInFlight: number }).photosInFlight,
        { interval: 5 },
      )
      .toBe(1);
    child.kill('SIGTERM');
    expect((await running).status).toBe(200);
    expect((await ended).exitCode).toBe(0);
  });

  it('ends with 0 on SIGINT', async () => {
    const { child, ended } = await start();
    child.kill('SIGINT');
    expect((await ended).exitCode).toBe(0);
  });

  it('serves the page also when a platform refuses its token, says so, and keeps the token to itself', async () => {
    const telegram = await startTelegram();
    const env = { TELEGRAM_TOKEN: '123:refused-token', TELEGRAM_API_ROOT: telegram.root };
    const { address, child, ended } = await start(env);
    await expect.poll(async () => (await fetch(`${address}/healthz`)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGTERM');
    const { stdout, stderr, exitCode } = await ended;
    await telegram.close();
    expect(exitCode).toBe(0);
    expect(stderr).toContain('telegram: ');
    expect(stdout + stderr).not.toContain('refused-token');
  });

  it('names every wrong variable and ends with 2', async () => {
    const { stdout, stderr, exitCode } = await runBuilt(MAIN, [], { env: { PORT: 'eighty', LOG_LEVEL: 'loud' } });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^PORT is not usable: .*65535/m);
    expect(stderr).toMatch(/^LOG_LEVEL is not usable: .*silent/m);
    expect(stderr).not.toMatch(/eighty|loud|\bat .*:\d+/);
  });

  it('takes no other port when the one that was named is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.on('listening', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { stderr, exitCode } = await runBuilt(MAIN, [], { env: { PORT: port } });
    blocker.close();
    expect(exitCode).toBe(2);
    expect(stderr).toContain(port);
    expect(stderr).toContain('PORT');
  });
});
