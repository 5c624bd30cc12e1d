import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatDriver } from '../../test/support/chat-driver.ts';
import { driveDiscord } from '../../test/support/discord-driver.ts';
import { startBuilt } from '../../test/support/process.ts';
import { driveTelegram } from '../../test/support/telegram-driver.ts';
import { type Random, randomFrom } from '../specimens/random.ts';

/** What came of all updates of a platform. */
export interface UpdatesResult {
  readonly platform: string;
  readonly cases: number;
  /** How often an ordinary question in between was asked and answered. */
  readonly asked: number;
  readonly answered: number;
  readonly slowestAnswerMs: number;
  readonly hasEnded: boolean;
  /** Calls that broke the platform's contract. */
  readonly violations: number;
  readonly violation?: string | undefined;
}

const BATCH = 250;
/** A question in between is answered by then. */
const ANSWER_BOUND_MS = 20_000;
const QUESTION = 'how long does the identity verification take';

/** Delivers so many updates that no platform should to the built process, with an ordinary question after each batch. */
export async function fuzzUpdates(
  seed: number,
  count: number,
  onProgress: (done: number) => void,
): Promise<readonly UpdatesResult[]> {
  const drivers = [await driveTelegram(), await driveDiscord()];
  const retake = startBuilt('bots/main.js', [], {
    env: Object.assign({ PORT: '0', LOG_LEVEL: 'silent' }, ...drivers.map(({ env }) => env)),
  });
  let hasEnded = false;
  void retake.ended.then(() => {
    hasEnded = true;
  });
  await Promise.all(drivers.map(({ ready }) => retake.waitFor(ready)));
  const results: UpdatesResult[] = [];
  for (const driver of drivers) {
    const random = randomFrom(seed);
    let [asked, answered, slowestAnswerMs] = [0, 0, 0];
    for (let done = 0; done < count && !hasEnded; done += BATCH) {
      for (let i = 0; i < BATCH; i++)
        driver.deliverRaw(driver.platform === 'telegram' ? update(random) : event(random));
      // Telegram hands them out by asking; without a pause nothing is asked for.
      await sleep(30);
      const startMs = performance.now();
      asked += 1;
      if (await isAnswered(driver)) answered += 1;
      slowestAnswerMs = Math.max(slowestAnswerMs, performance.now() - startMs);
      onProgress(done + BATCH);
    }
    const { platform, violations } = driver;
    results.push({
      platform,
      cases: count,
      asked,
      answered,
      slowestAnswerMs,
      hasEnded,
      violations: violations.length,
      violation: violations[0],
    });
  }
  retake.child.kill('SIGTERM');
  await retake.ended;
  for (const driver of drivers) await driver.close();
  return results;
}

async function isAnswered(driver: ChatDriver): Promise<boolean> {
  const person = driver.person();
  person.say(QUESTION);
  return person.until(1, ANSWER_BOUND_MS).then(
    ([answer]) => answer?.text.includes('Most checks take') ?? false,
    () => false,
  );
}

/** A value that no platform sends there, of any shape. */
function anything(random: Random, depth = 0): unknown {
  const shapes: readonly (() => unknown)[] = [
    () => null,
    () => random.pick([0, -1, 2 ** 53, 1e308, 0.5, Number.NaN]),
    () =>
      random.pick([
        '',
        'x'.repeat(random.whole(0, 5000)),
        '\u202e\u0000',
        '../../etc/passwd',
        'http://169.254.169.254/',
        '123',
      ]),
    () => random.next() < 0.5,
    () => Array.from({ length: random.whole(0, 5) }, () => (depth > 3 ? 0 : anything(random, depth + 1))),
    () =>
      Object.fromEntries(
        Array.from({ length: random.whole(0, 5) }, () => [
          random.pick(KEYS),
          depth > 3 ? 0 : anything(random, depth + 1),
        ]),
      ),
  ];
  return random.pick(shapes)();
}

const KEYS = [
  'id',
  'from',
  'chat',
  'message',
  'text',
  'photo',
  'document',
  'caption',
  'data',
  'type',
  'author',
  'content',
  'attachments',
  'channel_id',
  'guild_id',
  'member',
  'user',
  'token',
  'file_id',
  'file_size',
  'url',
  'entities',
  'reply_to_message',
  'custom_id',
  'values',
  'components',
  '__proto__',
];

/** A private message of Telegram in which some parts were replaced. */
function update(random: Random): Record<string, unknown> {
  const id = random.whole(1e6, 1e7);
  const from = { id, is_bot: false, first_name: 'Z', language_code: 'en' };
  const message: Record<string, unknown> = {
    message_id: random.whole(1, 1e6),
    date: 1,
    from,
    chat: { id: random.next() < 0.5 ? id : -id, type: random.pick(['private', 'supergroup', 'channel', 'x']) },
    text: random.pick(['hello', '/start', '/retake set channels here', '/answer x', '/x@y', '@retake_test_bot hi']),
  };
  if (random.next() < 0.3)
    message['photo'] = [
      { file_id: 'x', file_unique_id: 'x', width: 1, height: 1, file_size: random.pick([1, 1e12, -1]) },
    ];
  if (random.next() < 0.2) message['media_group_id'] = random.pick(['a', 'b', 7]);
  spoil(message, random);
  const whole: Record<string, unknown> = random.pick([
    () => ({ message }),
    () => ({ edited_message: message }),
    () => ({
      callback_query: {
        id: String(id),
        from,
        chat_instance: 'x',
        message,
        data: random.pick(['retake', 'as:selfie', 'x'.repeat(64), 'retake:write:own:1']),
      },
    }),
    () => ({ [random.pick(['my_chat_member', 'inline_query', 'poll', 'nonsense'])]: anything(random) }),
  ])();
  if (random.next() < 0.3) spoil(whole, random);
  return whole;
}

/** An event of Discord's gateway in which some parts were replaced. */
function event(random: Random): Record<string, unknown> {
  const id = String(random.whole(1e14, 1e15));
  const author = { id, username: 'z', discriminator: '0', global_name: 'Z', avatar: null };
  const place = { channel_id: String(random.whole(1e14, 1e15)), channel_type: 1 };
  const attachment = {
    id,
    filename: 'x.jpg',
    size: random.pick([1, 1e12, -1]),
    url: random.pick(['http://169.254.169.254/x', 'nonsense', 'https://cdn.discordapp.com/x']),
    proxy_url: 'x',
  };
  const data: Record<string, unknown> = random.pick([
    () => ({
      id,
      ...place,
      author,
      content: 'hello',
      attachments: random.next() < 0.4 ? [attachment] : [],
      embeds: [],
      mentions: [],
      mention_roles: [],
      timestamp: '2026-01-01T00:00:00.000Z',
      edited_timestamp: null,
      tts: false,
      pinned: false,
      type: random.whole(0, 30),
      flags: 0,
      components: [],
    }),
    () => ({
      id,
      application_id: '900000000000000001',
      type: random.whole(1, 9),
      token: `t${id}`,
      version: 1,
      ...place,
      user: author,
      locale: 'en-US',
      entitlements: [],
      authorizing_integration_owners: {},
      data: anything(random),
    }),
    () => ({ id, name: 'x' }),
  ])();
  spoil(data, random);
  return {
    t: random.pick([
      'MESSAGE_CREATE',
      'MESSAGE_UPDATE',
      'INTERACTION_CREATE',
      'GUILD_CREATE',
      'CHANNEL_DELETE',
      'NONSENSE',
    ]),
    d: data,
  };
}

/** Replaces, adds or takes away one to three parts. */
function spoil(object: Record<string, unknown>, random: Random): void {
  const times = random.whole(0, 3);
  for (let i = 0; i < times; i++) {
    const key = random.next() < 0.8 ? random.pick(Object.keys(object).concat('x')) : random.pick(KEYS.slice(0, -1));
    if (random.next() < 0.25) delete object[key];
    else object[key] = anything(random);
  }
}
