/**
 * Measures how long people wait on Telegram and Discord: starts the built process with both tokens against servers that stand in for the
 * platforms, sends photos and questions one at a time as a new person each, then 100 messages at once, and prints the times to the first
 * sign of life and to the reply. Usage: npm run bench:chats -- [PHOTO ...]; without photos, a 12 MP photo of a specimen passport.
 * Writes bench/results/chats.json.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { ChatDriver, Person } from '../test/support/chat-driver.ts';
import { driveDiscord } from '../test/support/discord-driver.ts';
import { startBuilt } from '../test/support/process.ts';
import { driveTelegram } from '../test/support/telegram-driver.ts';
import { photographPassport } from './speed/passport-photo.ts';

const ROUNDS = 12;
const FLOOD = 100;
const QUESTION = 'how long does the identity verification take';
const RESULTS = 'bench/results/chats.json';

/** Milliseconds from what a person did. */
interface Waits {
  /** To the first sign that the bot is at work, or to the reply where that came first. */
  readonly acknowledgedMs: number;
  readonly repliedMs: number;
}

const paths = process.argv.slice(2);
const photos =
  paths.length > 0 ? await Promise.all(paths.map((path) => readFile(path))) : [await photographPassport(4032, 3024)];
const drivers = [await driveTelegram(), await driveDiscord()];
const env = Object.assign({ PORT: '0' }, ...drivers.map((driver) => driver.env));
const retake = startBuilt('bots/main.js', [], { env });
await Promise.all(drivers.map(({ ready }) => retake.waitFor(ready)));

const rows = [];
for (const driver of drivers) {
  // The first photo also waits for the models to load; that is a row of its own.
  const first = await waits(driver, (person) => person.sendPhoto(photos[0]!));
  const ways = [
    { way: 'question', act: (person: Person) => person.say(QUESTION) },
    { way: 'photo', act: (person: Person, round: number) => person.sendPhoto(photos[round % photos.length]!) },
    { way: 'file', act: (person: Person, round: number) => person.sendFile(photos[round % photos.length]!, 'id.jpg') },
  ];
  rows.push({ platform: driver.platform, way: 'first photo', ...summary([first]) });
  for (const { way, act } of ways) {
    const all: Waits[] = [];
    for (let round = 0; round < ROUNDS; round++) all.push(await waits(driver, (person) => act(person, round)));
    rows.push({ platform: driver.platform, way, ...summary(all) });
  }
  rows.push({ platform: driver.platform, way: `${FLOOD} people at once`, ...summary(await flood(driver)) });
}
retake.child.kill('SIGTERM');
const { exitCode } = await retake.ended;
const violations = drivers.flatMap((driver) => driver.violations);
for (const driver of drivers) await driver.close();

console.table(rows);
console.log(`exit status ${exitCode}, ${violations.length} requests against the platforms' contracts`);
await mkdir('bench/results', { recursive: true });
await writeFile(RESULTS, `${JSON.stringify({ rows }, null, 2)}\n`);

async function waits(driver: ChatDriver, act: (person: Person) => void): Promise<Waits> {
  const person = driver.person();
  const startMs = performance.now();
  act(person);
  await person.until(1, 60_000);
  return waitsOf(person, startMs);
}

/** Everybody asks at the same moment. */
async function flood(driver: ChatDriver): Promise<Waits[]> {
  const people = Array.from({ length: FLOOD }, () => driver.person());
  const startMs = performance.now();
  for (const person of people) person.say(QUESTION);
  await Promise.all(people.map((person) => person.until(1, 60_000)));
  return people.map((person) => waitsOf(person, startMs));
}

function waitsOf(person: Person, startMs: number): Waits {
  const repliedMs = (person.seen()[0]?.atMs ?? Number.NaN) - startMs;
  const acknowledgedMs = (person.signsOfLife()[0] ?? Number.POSITIVE_INFINITY) - startMs;
  return { acknowledgedMs: Math.min(acknowledgedMs, repliedMs), repliedMs };
}

function summary(all: readonly Waits[]) {
  const quantile = (values: readonly number[], share: number) =>
    Math.round([...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!);
  const acknowledged = all.map(({ acknowledgedMs }) => acknowledgedMs);
  const replied = all.map(({ repliedMs }) => repliedMs);
  return {
    count: all.length,
    acknowledgedP95Ms: quantile(acknowledged, 0.95),
    acknowledgedMaxMs: quantile(acknowledged, 1),
    repliedP50Ms: quantile(replied, 0.5),
    repliedP95Ms: quantile(replied, 0.95),
    repliedMaxMs: quantile(replied, 1),
  };
}
