import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toJpeg } from '../../bench/degrade.ts';
import type { ChatDriver, Person } from '../support/chat-driver.ts';
import { driveDiscord } from '../support/discord-driver.ts';
import { type Running, startBuilt } from '../support/process.ts';
import { sceneOf } from '../support/specimen-photos.ts';
import { driveTelegram } from '../support/telegram-driver.ts';

const VERDICT = /^(✅|⚠️|❌) /;
/** A process that ended is noticed after its lease of 12 s, at the next look every 3 s; then the photo is judged. */
const RESUMED_MS = 40_000;
/** Time in which a second answer would have come. */
const QUIET_MS = 2500;
const verdicts = (person: Person) => person.seen().filter(({ text }) => VERDICT.test(text)).length;

let photo: Uint8Array;
beforeAll(async () => {
  photo = await toJpeg((await sceneOf('td1-front')).image);
});

describe.each([
  { platform: 'telegram', drive: driveTelegram },
  { platform: 'discord', drive: driveDiscord },
])('a process that is killed on $platform', ({ drive }) => {
  let chat: ChatDriver;
  let directory: string;
  let running: Running;
  const start = async () => {
    running = startBuilt('bots/main.js', [], { env: { PORT: '0', DATA_DIR: directory, ...chat.env } });
    await running.waitFor(chat.ready);
  };
  const kill = async () => {
    running.child.kill('SIGKILL');
    await running.ended;
  };
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'lost-'));
    chat = await drive();
    await start();
  });
  afterEach(async () => {
    running.child.kill('SIGTERM');
    expect((await running.ended).exitCode).toBe(0);
    expect(chat.violations).toEqual([]);
    await chat.close();
    await rm(directory, { recursive: true });
  });

  it('while it looks at photos leaves none of them without its answer, and answers none twice', async () => {
    const people = [chat.person(), chat.person(), chat.person()];
    for (const person of people) person.sendPhoto(photo);
    // Whoever is shown a sign of life was accepted.
    await expect.poll(() => people.filter((person) => person.signsOfLife().length > 0).length).toBe(3);
    await kill();
    const before = people.map(verdicts);
    await start();
    await expect.poll(() => people.map(verdicts), { timeout: RESUMED_MS, interval: 200 }).toEqual([1, 1, 1]);
    await sleep(QUIET_MS);
    expect(people.map(verdicts)).toEqual([1, 1, 1]);
    expect(before.reduce((sum, count) => sum + count, 0)).toBeLessThan(3);
  });

  it('after its answers gives none of them again', async () => {
    const person = chat.person();
    person.sendPhoto(photo);
    await expect.poll(() => verdicts(person), { timeout: RESUMED_MS }).toBe(1);
    person.say('how long does the identity verification take');
    await expect.poll(() => person.seen().length, { timeout: 5000 }).toBe(2);
    // The last words of an answer are out a moment before it is noted.
    await sleep(300);
    await kill();
    await start();
    await sleep(QUIET_MS);
    expect(person.seen()).toHaveLength(2);
  });
});
