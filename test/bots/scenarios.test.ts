import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toJpeg } from '../../bench/degrade.ts';
import { examplePhoto } from '../../bench/readme/example-photo.ts';
import type { ChatDriver, Seen } from '../support/chat-driver.ts';
import { driveDiscord } from '../support/discord-driver.ts';
import { translator } from '../support/locales.ts';
import { photoJpeg } from '../support/photos.ts';
import { type Running, startBuilt } from '../support/process.ts';
import { portraitJpeg, sceneOf } from '../support/specimen-photos.ts';
import { driveTelegram } from '../support/telegram-driver.ts';

const english = translator.t('en');
const spanish = translator.t('es');
const MAIN = 'bots/main.js';
const HOW_LONG = 'how long does the identity verification take';
const MOST_CHECKS = /Most checks take/;
const VERDICT = /^(✅|⚠️|❌) /;
/** Time in which something that must not happen would have happened. */
const QUIET_MS = 700;
const quiet = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS));
const actions = (seen: Seen | undefined) => seen?.buttons.map(({ action }) => action) ?? [];

/** The process that `npm start` starts, on both platforms at once. */
let running: Running;
let photo: Buffer;
/** A card under a lamp with an edge cut off, its front and back without fault, and a selfie. */
let shiny: Uint8Array;
let front: Uint8Array;
let back: Uint8Array;
let selfie: Uint8Array;
const drivers: ChatDriver[] = [];

beforeAll(async () => {
  photo = await photoJpeg();
  shiny = await examplePhoto();
  front = await toJpeg((await sceneOf('td1-front')).image);
  back = await toJpeg((await sceneOf('td1-back')).image);
  selfie = await portraitJpeg();
  drivers.push(await driveTelegram(), await driveDiscord());
  running = startBuilt(MAIN, [], {
    env: { PORT: '0', ...drivers[0]?.env, ...drivers[1]?.env },
  });
  await Promise.all(drivers.map(({ ready }) => running.waitFor(ready)));
});

afterAll(async () => {
  running.child.kill('SIGTERM');
  const { exitCode, stdout, stderr } = await running.ended;
  expect(exitCode).toBe(0);
  const log = stdout + stderr;
  for (const secret of drivers.flatMap(({ secrets }) => secrets)) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/hunter2|Hunter2|Zacharias|verification take|card\.jpg|\/files\/|\/file\/bot/);
  for (const driver of drivers) await driver.close();
});

describe.each(['telegram', 'discord'] as const)('on %s', (platform) => {
  let chat: ChatDriver;
  beforeAll(() => {
    chat = drivers.find((driver) => driver.platform === platform)!;
  });
  const settled = () => expect(chat.violations).toEqual([]);

  it('a greeting is met with what the bot does and what becomes of a photo', async () => {
    const person = chat.person();
    person.say('hello');
    const [welcome] = await person.until(1);
    expect(welcome?.text).toContain(english('chat:welcome.privacyMemory'));
    expect(actions(welcome)).toContain('languages');
    settled();
  });

  it('a question is answered, and a follow-up understood', async () => {
    const person = chat.person();
    person.say('which documents are accepted?');
    await person.until(1);
    person.say('and how long does it take?');
    const [, second] = await person.until(2);
    expect(second?.text).toMatch(MOST_CHECKS);
    expect(second?.isPrivate || platform === 'discord').toBe(true);
    settled();
  });

  it.each(['photo', 'file'])('a %s is acknowledged, then judged in one reply with picture and buttons', async (way) => {
    const person = chat.person();
    if (way === 'photo') person.sendPhoto(photo);
    else person.sendFile(photo, 'card.jpg');
    const [reply, ...more] = await person.until(1);
    expect(reply?.text).toMatch(VERDICT);
    expect(reply?.hasPicture).toBe(true);
    expect(more).toEqual([]);
    expect(actions(reply)).toEqual(expect.arrayContaining(['as:selfie', 'helpful:yes']));
    expect(person.signsOfLife()[0]).toBeLessThan(reply?.atMs ?? 0);
    settled();
  });

  it('every photo of an album gets its reply, and the question with a photo its answer', async () => {
    const person = chat.person();
    person.sendAlbum([photo, await photoJpeg(1200, 900, 2)]);
    const [, , card] = await person.until(3);
    expect(person.seen().map(({ hasPicture }) => hasPicture)).toEqual([true, true, true]);
    expect(card?.text).toContain(english('chat:card.title'));
    const other = chat.person();
    other.sendPhoto(photo, HOW_LONG);
    const [, answer] = await other.until(2);
    expect(answer?.text).toMatch(MOST_CHECKS);
    settled();
  });

  it('buttons say why, take the other view, change the language, and count whether it helped', async () => {
    const person = chat.person();
    person.sendPhoto(photo);
    const [reply] = await person.until(1);
    const why = actions(reply).find((action) => action.startsWith('why:'));
    person.click(why!);
    person.click('as:selfie');
    person.click('helpful:yes');
    person.click('languages');
    const seen = await person.until(5);
    expect(seen[2]?.text).toContain(english('chat:judgeAgain.selfie'));
    expect(seen[3]?.text).toContain(english('chat:feedback.thanks'));
    expect(actions(seen[4])).toContain('language:es');
    person.click('language:es');
    person.say('ok');
    const spoken = await person.until(6);
    expect(spoken[5]?.text).toContain(spanish('chat:welcome.privacyMemory'));
    settled();
  });

  it('a pasted rejection gets what to do next', async () => {
    const person = chat.person();
    person.say('They wrote: "Your document was rejected because the image is blurry". What should I do now?');
    const [answer] = await person.until(1);
    expect(answer?.text).toMatch(/sharp|blur|focus|again/i);
    settled();
  });

  it('a second photo is compared with the first, until the plan and the card say that all is done', async () => {
    const person = chat.person();
    person.sendPhoto(shiny);
    const [first] = await person.until(1);
    expect(actions(first)).toEqual(expect.arrayContaining(['plan', 'copy']));
    person.click('plan');
    const [, plan] = await person.until(2);
    expect(plan?.text).toMatch(/1\. .*\n\n2\. /s);
    person.sendPhoto(front);
    const [, , better] = await person.until(3);
    expect(better?.text).toMatch(/Reflection: \d(?:\.\d)?% → 0%/);
    person.sendPhoto(selfie);
    const [, , , last] = await person.until(4);
    expect(actions(last)).toContain('card');
    person.click('card');
    const card = (await person.until(5)).at(-1);
    expect(card?.hasPicture).toBe(true);
    expect(card?.text).toContain(english('chat:card.sendNext', { photo: english('chat:photos.back') }));
    settled();
  });

  it('a copy comes as a file', async () => {
    const person = chat.person();
    person.click('copy');
    expect((await person.until(1))[0]?.text).toBe(english('chat:copy.ask'));
    person.sendFile(await sharp(photo).png().toBuffer(), 'card.png');
    await expect.poll(() => person.seen().some(({ hasFile }) => hasFile), { timeout: 10_000 }).toBe(true);
    expect(
      person
        .seen()
        .map(({ text }) => text)
        .join(),
    ).toContain(english('chat:copy.untouched'));
    settled();
  });

  it('a code and a sentence of a rejection are told in plain words, an unknown code is not guessed at', async () => {
    const person = chat.person();
    person.say('BACK_SIDE_MISSING');
    person.say('We are sorry, your selfie does not match your document photo.');
    const [code, sentence] = await person.until(2);
    expect(code?.text).toContain(english('advice:missing-back.do'));
    expect(sentence?.text).toContain(english('chat:decoder.causes.face-differs.do'));
    settled();
  });

  it('the check without a photo goes from question to question, and stops when told so', async () => {
    const person = chat.person();
    person.click('quiz');
    await person.until(1);
    person.click('quiz:selfie:');
    for (let count = 2; count < 7; count++) {
      const question = (await person.until(count)).at(-1);
      person.click(actions(question)[count % 2] ?? '');
    }
    expect((await person.until(7)).at(-1)?.text).toContain(english('chat:quiz.bad'));
    person.click('quiz:document:');
    await person.until(8);
    person.click('stop');
    expect((await person.until(9)).at(-1)?.text).toContain(english('chat:quiz.stopped'));
    settled();
  });

  it('a name is compared with the next photo and never said again', async () => {
    const person = chat.person();
    person.click('name');
    await person.until(1);
    person.say('Zacharias Hunter2');
    await person.until(2);
    person.click('skip');
    await person.until(3);
    person.sendPhoto(back);
    const reply = (await person.until(4)).at(-1);
    expect(reply?.text).toContain(english('advice:details-mismatch.name'));
    expect(
      person
        .seen()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Zacharias');
    settled();
  });

  it('a provider is chosen, and all is forgotten on demand', async () => {
    const person = chat.person();
    person.click('providers');
    await person.until(1);
    person.click('provider:sumsub');
    const chosen = (await person.until(2)).at(-1);
    expect(chosen?.text).toBe(english('chat:providers.chosen', { name: 'Sumsub' }));
    person.sendPhoto(shiny);
    await person.until(3);
    person.click('forget');
    expect((await person.until(4)).at(-1)?.text).toBe(english('chat:forgotten'));
    person.sendPhoto(front);
    expect((await person.until(5)).at(-1)?.text).not.toContain('→');
    settled();
  });

  it('an ID in public is removed without a word on what it showed; an ordinary picture stays', async () => {
    const moderator = chat.moderator();
    moderator.sendPhoto(back);
    moderator.moderate('set leakGuard on');
    await moderator.until(1);
    expect(moderator.removed()).toBe(0);
    moderator.sendPhoto(selfie);
    await quiet();
    moderator.sendPhoto(back);
    const said = (await moderator.until(2)).at(-1);
    expect(said?.text).toContain(english('chat:public.removed'));
    expect(said?.hasPicture).toBe(false);
    expect(moderator.removed()).toBe(1);
    moderator.say('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<');
    await moderator.until(3);
    expect(moderator.removed()).toBe(2);
    settled();
  });

  it('a password that is typed is to be deleted and changed, and is not said again', async () => {
    const person = chat.person();
    person.say('my password is hunter2, can you log in for me?');
    const [answer] = await person.until(1);
    expect(answer?.text).toMatch(/delete/i);
    expect(answer?.text).not.toContain('hunter2');
    settled();
  });

  it('a question that was mended is answered again; one that was taken back harms nothing', async () => {
    const person = chat.person();
    person.say('xyzzy');
    await person.until(1);
    person.edit(HOW_LONG);
    const [, mended] = await person.until(2);
    expect(mended?.text).toMatch(MOST_CHECKS);
    person.say(HOW_LONG);
    person.remove();
    await person.until(3);
    settled();
  });

  it('a group hears the bot only when it speaks to it, and nothing of what a photo shows', async () => {
    const member = chat.member();
    member.say('nice weather today');
    member.sendPhoto(photo);
    await quiet();
    expect(member.seen()).toEqual([]);
    member.mention(HOW_LONG);
    const [answer] = await member.until(1);
    expect(answer?.text).toMatch(MOST_CHECKS);
    settled();
  });

  it('what the platform delivers twice is answered once', async () => {
    const person = chat.person();
    person.say(HOW_LONG);
    person.repeat();
    person.sendPhoto(photo);
    person.repeat();
    await person.until(2);
    await quiet();
    expect(person.seen()).toHaveLength(2);
    settled();
  });

  it('a file that is announced as huge is refused before a byte of it is fetched', async () => {
    const person = chat.person();
    person.sendFile(photo, 'card.jpg', 900_000_000);
    const [reply] = await person.until(1);
    expect(reply?.text).toContain('20 MB');
    settled();
  });

  it('a photo that cannot be had any more is asked for again', async () => {
    const person = chat.person();
    person.sendExpired(photo);
    const [reply] = await person.until(1);
    expect(reply?.text).toContain(english('chat:errors.not-received'));
    settled();
  });

  it('a hundred messages at once are answered once each up to a limit, in order, and nobody else waits', async () => {
    const flooder = chat.person();
    const other = chat.person();
    for (let n = 0; n < 100; n++) flooder.say(`${HOW_LONG} ${n}`);
    other.say(HOW_LONG);
    await other.until(1);
    const patience = ({ text }: Seen) => text.includes(english('chat:errors.too-fast'));
    await expect.poll(() => flooder.seen().filter(patience).length, { timeout: 15_000 }).toBe(1);
    await quiet();
    const answers = flooder.seen().filter((seen) => !patience(seen));
    expect(answers.length).toBeGreaterThanOrEqual(20);
    expect(answers.length).toBeLessThan(40);
    expect(flooder.seen().filter(patience)).toHaveLength(1);
    settled();
  });

  it('too many requests and errors of the server are waited out: the answer comes, once', async () => {
    const first = chat.person();
    chat.rateLimit(1);
    first.say(HOW_LONG);
    await first.until(1);
    const second = chat.person();
    chat.breakDown(2);
    second.say(HOW_LONG);
    await second.until(1);
    await quiet();
    expect([first.seen().length, second.seen().length]).toEqual([1, 1]);
    settled();
  });

  it('where the bot may not delete, it asks the moderators to', async () => {
    const moderator = chat.moderator();
    moderator.moderate('set leakGuard on');
    await moderator.until(1);
    chat.forbidDeleting();
    moderator.sendPhoto(back);
    expect((await moderator.until(2))[1]?.text).toContain(english('chat:public.cannotRemove'));
    settled();
  });

  it('lost connections and nonsense from the platform end nothing', async () => {
    chat.deliverNonsense();
    const person = chat.person();
    person.say(HOW_LONG);
    await person.until(1);
    chat.dropConnections();
    const later = chat.person();
    await expect
      .poll(
        () => {
          if (later.seen().length === 0) later.say(HOW_LONG);
          return later.seen().length;
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toBeGreaterThan(0);
    settled();
  });
});

describe.each([driveTelegram, driveDiscord])('a process that is asked to stop (%o)', (drive) => {
  it('finishes what it was sent, answers it once, and ends with 0', async () => {
    const chat = await drive();
    const process = startBuilt(MAIN, [], { env: { PORT: '0', ...chat.env } });
    await process.waitFor(chat.ready);
    const people = [chat.person(), chat.person(), chat.person()];
    for (const person of people) person.sendPhoto(photo);
    await expect.poll(() => people.every((person) => person.signsOfLife().length > 0), { timeout: 10_000 }).toBe(true);
    process.child.kill('SIGTERM');
    expect((await process.ended).exitCode).toBe(0);
    expect(people.map((person) => person.seen().length)).toEqual([1, 1, 1]);
    expect(chat.violations).toEqual([]);
    await chat.close();
  });
});
