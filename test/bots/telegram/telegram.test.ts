import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryKeep } from '../../../src/bots/keep/index.ts';
import { createLog } from '../../../src/bots/log.ts';
import type { IncomingMessage, Reply, Respond } from '../../../src/bots/platform.ts';
import { createMemoryQueue } from '../../../src/bots/queue/index.ts';
import { createTelegramPlatform } from '../../../src/bots/telegram/index.ts';
import { createWebServer } from '../../../src/bots/web/server.ts';
import { translator } from '../../support/locales.ts';
import { BOT, startTelegram, type TelegramStandIn } from '../../support/telegram-stand-in.ts';

const ANNA = { id: 7, is_bot: false, first_name: 'Anna', language_code: 'es' };
const PRIVATE = { id: 7, type: 'private', first_name: 'Anna' };
const GROUP = { id: -100, type: 'supergroup', title: 'Help' };

const saying = (text: string, more: Partial<Reply> = {}): Reply => ({
  tone: 'plain',
  language: 'en',
  paragraphs: [{ kind: 'text', text }],
  buttons: [],
  ...more,
});

let telegram: TelegramStandIn;
let stop = async () => {};
let heard: IncomingMessage[];
let logged: string[];

async function connect(respond: Respond = async () => [saying('Understood.')]) {
  telegram = await startTelegram();
  heard = [];
  logged = [];
  const platform = createTelegramPlatform({
    token: telegram.token,
    apiRoot: telegram.root,
    translator,
    queue: createMemoryQueue(),
    keep: createMemoryKeep(),
    receives: true,
    defaultLanguage: 'en',
    log: createLog('info', { write: (line) => logged.push(line) }),
    onReady: () => {},
  });
  stop = () => platform.stop();
  const started = platform.start((message) => {
    heard.push(message);
    return respond(message);
  });
  return { started, platform };
}

let messageId = 0;
const message = (more: Readonly<Record<string, unknown>>, chat: object = PRIVATE) => ({
  message_id: ++messageId,
  date: 1,
  from: ANNA,
  chat,
  ...more,
});
const say = (text: string, more: object = {}, chat: object = PRIVATE) =>
  telegram.deliver({ message: message({ text, ...more }, chat) });
const photo = (bytes: Uint8Array) => {
  const file_id = telegram.store(bytes);
  return [
    { file_id: 'small', file_unique_id: 's', width: 90, height: 60, file_size: 900 },
    { file_id, file_unique_id: 'l', width: 1280, height: 853, file_size: bytes.byteLength },
  ];
};
const texts = () =>
  telegram.calls.filter(({ method }) => method === 'sendMessage').map(({ payload }) => payload['text']);

afterEach(async () => {
  await stop();
  expect(telegram.violations).toEqual([]);
  // The token and what people wrote stay out of the log.
  expect(logged.join('')).not.toMatch(/stand-in-token|secret words|Anna/);
  await telegram.close();
});

describe('the Telegram adapter', () => {
  it('announces its commands in every language, and answers a question where it was asked', async () => {
    await (await connect()).started;
    const menus = await telegram.until('setMyCommands', 2);
    expect(menus.map(({ payload }) => payload['language_code'])).toContain('es');
    say('how long does it take? secret words');
    const [sent] = await telegram.until('sendMessage', 1);
    expect(sent?.payload).toMatchObject({
      chat_id: 7,
      text: 'Understood.',
      reply_parameters: { message_id: messageId },
    });
    expect(heard[0]).toMatchObject({ isPublic: false, isToBot: true, languageHint: 'es' });
    expect(telegram.calls.some(({ method }) => method === 'sendChatAction')).toBe(true);
  });

  it('fetches the largest size of a photo and shows the reply picture with caption and buttons', async () => {
    const bytes = new Uint8Array([1, 2, 3, 4]);
    let fetched: Uint8Array | undefined;
    const reply = saying('Glare', {
      tone: 'bad',
      paragraphs: [
        { kind: 'headline', text: 'Take it <again> & smile' },
        { kind: 'item', number: 1, tone: 'bad', title: 'Glare', measured: '6%', text: 'Turn it.' },
        { kind: 'note', text: 'No promise.' },
      ],
      buttons: [
        { label: 'Selfie', action: 'as:selfie' },
        { label: 'ID document', action: 'as:document' },
      ],
      picture: { jpeg: new Uint8Array([255, 216, 255]), altText: 'marked' },
    });
    const { started } = await connect(async ({ photos }) => {
      fetched = await photos[0]?.download();
      return [reply];
    });
    await started;
    telegram.deliver({ message: message({ photo: photo(bytes), caption: 'is this ok?' }) });
    const [sent] = await telegram.until('sendPhoto', 1);
    expect(fetched).toEqual(Buffer.from(bytes));
    expect(sent?.payload['caption']).toBe(
      '❌ <b>Take it &lt;again&gt; &amp; smile</b>\n\n❌ <b>1. Glare · 6%</b>\nTurn it.\n\n<i>No promise.</i>',
    );
    expect(sent?.payload['reply_markup']).toEqual({
      inline_keyboard: [
        [
          { text: 'Selfie', callback_data: 'as:selfie' },
          { text: 'ID document', callback_data: 'as:document' },
        ],
      ],
    });
    expect(texts()).toEqual([]);
  });

  it('puts what does not fit the caption into messages of their own, none too long', async () => {
    const long = Array.from({ length: 12 }, (_, i) => ({ kind: 'text', text: `${i} ${'word '.repeat(160)}` }) as const);
    const picture = { jpeg: new Uint8Array([255, 216, 255]), altText: '' };
    const { started } = await connect(async () => [saying('', { paragraphs: long, picture })]);
    await started;
    say('hello');
    await telegram.until('sendMessage', 3);
    expect(texts().join(' ')).toContain('11 word');
  });

  it('deletes an answer again after the time that it is of use, and what shows too much at once', async () => {
    const group = { id: -77, type: 'supergroup', title: 'Help' };
    const removed = () =>
      telegram.calls.filter(({ method }) => method === 'deleteMessage').map(({ payload }) => payload);
    const orElse = saying('Please delete it.');
    const { started } = await connect(async ({ text }) => [
      text === 'leak' ? saying('Removed.', { removes: { orElse } }) : saying('Short.', { minutesToLive: 0.002 }),
    ]);
    await started;
    say('question', {}, group);
    await expect.poll(() => removed().length).toBe(1);
    expect(removed()[0]).toMatchObject({ chat_id: -77 });
    say('leak', {}, group);
    await expect.poll(() => removed().length).toBe(2);
    expect(removed()[1]).toEqual({ chat_id: -77, message_id: messageId });
    await expect.poll(texts).toContain('Removed.');
    telegram.fail('deleteMessage', { status: 400, description: "Bad Request: message can't be deleted" }, 1);
    say('leak', {}, group);
    await expect.poll(texts).toContain('Please delete it.');
    expect(heard.at(-1)).toMatchObject({ community: 'telegram:-77', channel: '-77' });
  });

  it('puts an album together into one message', async () => {
    await (await connect()).started;
    for (const n of [1, 2, 3]) {
      telegram.deliver({
        message: message({
          photo: photo(new Uint8Array([n])),
          media_group_id: 'album',
          ...(n === 2 ? { caption: 'mine' } : {}),
        }),
      });
    }
    await telegram.until('sendMessage', 1);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.photos).toHaveLength(3);
    expect(heard[0]?.text).toBe('mine');
    expect(await heard[0]?.photos[2]?.download()).toEqual(Buffer.from([3]));
  });

  it('looks at the answered photo again when a button says that it is something else', async () => {
    await (await connect()).started;
    const answered = message({ photo: photo(new Uint8Array([9])) });
    telegram.deliver({
      callback_query: {
        id: 'q1',
        from: ANNA,
        chat_instance: 'x',
        data: 'as:selfie',
        message: { ...message({ text: 'reply', from: BOT }), reply_to_message: answered },
      },
    });
    await telegram.until('answerCallbackQuery', 1);
    await telegram.until('sendMessage', 1);
    expect(heard[0]).toMatchObject({ pressed: 'as:selfie' });
    expect(await heard[0]?.photos[0]?.download()).toEqual(Buffer.from([9]));
  });

  it('keeps the language that somebody chose, and the topic for a follow-up', async () => {
    const { started } = await connect(async () => [saying('ok', { chosenLanguage: 'es', topic: 'retry_limit' })]);
    await started;
    say('/language');
    await telegram.until('sendMessage', 1);
    say('and a passport?');
    await telegram.until('sendMessage', 2);
    expect(heard[0]).toMatchObject({ pressed: 'languages' });
    expect(heard[1]).toMatchObject({ chosenLanguage: 'es', lastTopic: 'retry_limit', text: 'and a passport?' });
  });

  it('hears in a group that it is spoken to: by name, by a reply to it, by a command; and keeps topics apart', async () => {
    await (await connect()).started;
    say('good morning', {}, GROUP);
    say(`@${BOT.username} how long?`, {}, GROUP);
    say('really?', { reply_to_message: { ...message({ text: 'x', from: BOT }, GROUP) } }, GROUP);
    say(`/ask@${BOT.username} which documents?`, { is_topic_message: true, message_thread_id: 55 }, GROUP);
    say('/ask@another_bot which documents?', {}, GROUP);
    const sent = await telegram.until('sendMessage', 5);
    expect(heard.map(({ isToBot, text }) => [isToBot, text])).toEqual([
      [false, 'good morning'],
      [true, 'how long?'],
      [true, 'really?'],
      [true, 'which documents?'],
      [false, '/ask@another_bot which documents?'],
    ]);
    expect(sent[3]?.payload['message_thread_id']).toBe(55);
  });

  it('shows the way to a private chat where the reply asks for it', async () => {
    const { started } = await connect(async () => [saying('Not here.', { invitesPrivately: true })]);
    await started;
    telegram.deliver({ message: message({ photo: photo(new Uint8Array([1])), caption: `@${BOT.username}` }, GROUP) });
    const [sent] = await telegram.until('sendMessage', 1);
    expect(JSON.stringify(sent?.payload['reply_markup'])).toContain(`https://t.me/${BOT.username}?start=photo`);
  });

  it('handles an update once, an edited question again, and things that are no words with patience', async () => {
    await (await connect()).started;
    const first = message({ text: 'how long' });
    telegram.deliver({ update_id: 900, message: first });
    telegram.deliver({ update_id: 900, message: first });
    telegram.deliver({ update_id: 901, edited_message: { ...first, text: 'how long does it take', edit_date: 2 } });
    telegram.deliver({ update_id: 902, message: message({ sticker: { file_id: 's', emoji: '🙂' } }) });
    telegram.deliver({ update_id: 903, message: message({ new_chat_members: [ANNA] }, GROUP) });
    telegram.deliver({ update_id: 904, message: { message_id: 1, date: 1, chat: PRIVATE } });
    telegram.deliver({ update_id: 905, message: message({ photo: [] }) });
    telegram.deliver({ update_id: 906, message: message({ text: 'last' }) });
    await expect.poll(() => heard.at(-1)?.text, { timeout: 5000 }).toBe('last');
    expect(heard.map(({ text }) => text)).toEqual(['how long', 'how long does it take', undefined, 'last']);
  });

  it('waits as long as Telegram asks after a 429, and says it then, once', async () => {
    await (await connect()).started;
    telegram.fail('sendMessage', { status: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } });
    say('hello');
    const sent = await telegram.until('sendMessage', 2);
    expect(sent[1]!.atMs - sent[0]!.atMs).toBeGreaterThan(900);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(texts()).toHaveLength(2);
  });

  it('follows a group that has moved, and forgets quietly people who have blocked it', async () => {
    await (await connect()).started;
    telegram.fail('sendMessage', { status: 400, description: 'upgraded', parameters: { migrate_to_chat_id: -200 } });
    say(`@${BOT.username} hello`, {}, GROUP);
    const sent = await telegram.until('sendMessage', 2);
    expect(sent[1]?.payload['chat_id']).toBe(-200);
    telegram.fail('sendMessage', { status: 403, description: 'Forbidden: bot was blocked by the user' });
    say('are you there');
    await telegram.until('sendMessage', 3);
    say('hello again');
    await telegram.until('sendMessage', 4);
    expect(logged.join('')).not.toContain('reply-failed');
  });

  it('goes on after lost connections, errors of the server, and another process with its token', async () => {
    await (await connect()).started;
    telegram.fail('getUpdates', { status: 409, description: 'Conflict: terminated by other getUpdates request' });
    telegram.dropConnections();
    say('still there?');
    await telegram.until('sendMessage', 1);
    expect(logged.join('')).toContain('poll-failed');
  });

  it('takes updates by webhook from whoever knows the secret, and from nobody else', async () => {
    telegram = await startTelegram();
    logged = [];
    heard = [];
    const log = createLog('info', { write: (line) => logged.push(line) });
    const platform = createTelegramPlatform({
      token: telegram.token,
      apiRoot: telegram.root,
      webhook: { url: 'https://bot.example/updates', secret: 'a-word' },
      translator,
      queue: createMemoryQueue(),
      keep: createMemoryKeep(),
      receives: true,
      defaultLanguage: 'en',
      log,
      onReady: () => {},
    });
    const server = createWebServer({
      translator,
      popularQuestions: () => [],
      defaultLanguage: 'en',
      log,
      respond: async () => [],
      webhooks: [platform.webhook!],
    });
    stop = async () => {
      await platform.stop();
      await server.close();
    };
    const address = await server.listen({ host: '127.0.0.1', port: 0 });
    const post = async (body: unknown, secret?: string) => {
      const response = await fetch(`${address}/updates`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
        },
        body: JSON.stringify(body),
      });
      return response.status;
    };
    const update = { update_id: 1, message: message({ text: 'by webhook' }) };
    // Before the bot is up, Telegram keeps the update and sends it again.
    expect(await post(update, 'a-word')).toBe(503);
    await platform.start(async (incoming) => {
      heard.push(incoming);
      return [saying('Understood.')];
    });
    const [set] = await telegram.until('setWebhook', 1);
    expect(set?.payload).toMatchObject({ url: 'https://bot.example/updates', secret_token: 'a-word' });
    expect([await post(update), await post(update, 'a-wrod'), await post({ hello: 1 }, 'a-word')]).toEqual([
      403, 403, 200,
    ]);
    expect([await post(update, 'a-word'), await post(update, 'a-word')]).toEqual([200, 200]);
    // Many come from one address when Telegram has much to tell: they are not taken for a flood.
    const many = Array.from({ length: 80 }, (_, n) => post({ update_id: 100 + n }, 'a-word'));
    expect(new Set(await Promise.all(many))).toEqual(new Set([200]));
    await telegram.until('sendMessage', 1);
    expect(heard.map(({ text }) => text)).toEqual(['by webhook']);
    expect(logged.join('')).not.toContain('a-word');
  });

  it('says when Telegram lets it read more of its groups than it needs', async () => {
    telegram = await startTelegram({ can_read_all_group_messages: true });
    logged = [];
    const warned: string[] = [];
    const platform = createTelegramPlatform({
      token: telegram.token,
      apiRoot: telegram.root,
      translator,
      queue: createMemoryQueue(),
      keep: createMemoryKeep(),
      receives: true,
      defaultLanguage: 'en',
      log: createLog('info', { write: (line) => logged.push(line) }),
      onReady: () => {},
      onPrivacyModeOff: (name) => warned.push(name),
    });
    stop = () => platform.stop();
    await platform.start(async () => []);
    expect(warned).toEqual([BOT.username]);
  });

  it('says to start when the token is refused', async () => {
    telegram = await startTelegram();
    logged = [];
    const platform = createTelegramPlatform({
      token: '1:wrong',
      apiRoot: telegram.root,
      translator,
      queue: createMemoryQueue(),
      keep: createMemoryKeep(),
      receives: true,
      defaultLanguage: 'en',
      log: createLog('info', { write: (line) => logged.push(line) }),
      onReady: () => {},
    });
    stop = () => platform.stop();
    await expect(platform.start(async () => [])).rejects.toMatchObject({ code: 401 });
  });

  it('answers a flood from one person with one request for patience, and others at once', async () => {
    await (await connect()).started;
    for (let n = 0; n < 100; n++) say(`question ${n}`);
    telegram.deliver({
      message: { ...message({ text: 'me too' }, { id: 8, type: 'private' }), from: { ...ANNA, id: 8 } },
    });
    await expect.poll(() => heard.some(({ text }) => text === 'me too'), { timeout: 5000 }).toBe(true);
    await stop();
    const patience = translator.t('es')('chat:errors.too-fast');
    expect(texts().filter((text) => text === patience)).toHaveLength(1);
    expect(heard.length).toBeLessThan(30);
    // What was taken is answered in its order.
    const questions = heard.map(({ text }) => text).filter((text) => text !== 'me too');
    expect(questions).toEqual(questions.map((_, n) => `question ${n}`));
  });

  it('finishes what is running when it is stopped, and takes nothing new', async () => {
    let release = () => {};
    const { started } = await connect(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return [saying('Done.')];
    });
    await started;
    say('slow');
    await expect.poll(() => heard.length).toBe(1);
    const stopped = stop();
    release();
    await stopped;
    expect(texts()).toEqual(['Done.']);
  });
});
