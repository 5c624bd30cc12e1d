import { type ChatDriver, type Person, type Seen, untilSeen } from './chat-driver.ts';
import { BOT, type Call, startTelegram } from './telegram-stand-in.ts';

type Keyboard = { inline_keyboard?: readonly (readonly { text: string; callback_data?: string; url?: string }[])[] };

const NAME = 'Zebulon';

/** Telegram with the bot on it. */
export async function driveTelegram(): Promise<ChatDriver> {
  const telegram = await startTelegram();
  let nextId = 1000;

  function someone(language: string, chat: Readonly<Record<string, unknown>>, name = NAME): Person {
    const from = { id: nextId++, is_bot: false, first_name: name, language_code: language };
    const place = chat['type'] === 'private' ? { ...chat, id: from.id } : chat;
    let last: Record<string, unknown> = {};
    const deliver = (update: Record<string, unknown>) => {
      last = { update_id: telegram.deliver(update), ...update };
    };
    const send = (content: object) => {
      deliver({ message: { message_id: nextId++, date: 1, from, chat: place, ...content } });
    };
    const photo = (file_id: string, bytes: Uint8Array) => [
      { file_id, file_unique_id: file_id, width: 1600, height: 1200, file_size: bytes.byteLength },
    ];
    const isHere = ({ payload }: Call) => payload['chat_id'] === place['id'];
    const isNote = ({ payload }: Call) => payload['disable_notification'] === true;
    const seen = () =>
      telegram.calls
        .filter(
          (call) =>
            /^send(?:Message|Photo|Document)$/.test(call.method) && call.succeeded && isHere(call) && !isNote(call),
        )
        .map(seenOf);
    return {
      say: (text) => send({ text }),
      mention(text) {
        const name = `@${BOT.username}`;
        send({ text: `${name} ${text}`, entities: [{ type: 'mention', offset: 0, length: name.length }] });
      },
      sendPhoto: (bytes, caption) =>
        send({ photo: photo(telegram.store(bytes), bytes), ...(caption === undefined ? {} : { caption }) }),
      sendFile(bytes, file_name, file_size = bytes.byteLength) {
        const file_id = telegram.store(bytes);
        send({ document: { file_id, file_unique_id: file_id, file_name, mime_type: 'image/jpeg', file_size } });
      },
      sendAlbum(photos) {
        const media_group_id = `album-${nextId++}`;
        for (const bytes of photos) send({ photo: photo(telegram.store(bytes), bytes), media_group_id });
      },
      sendExpired: (bytes) => send({ photo: photo('gone', bytes) }),
      click(action) {
        const message = { message_id: nextId++, date: 1, from: BOT, chat: place };
        deliver({ callback_query: { id: String(nextId++), from, chat_instance: 'x', message, data: action } });
      },
      moderate: (words) => send({ text: `/retake ${words}` }),
      async write(action, words) {
        const before = seen().length;
        this.click(action);
        await untilSeen(seen, before + 1);
        const asked = { message_id: nextId++, date: 1, from: BOT, chat: place, text: 'asked' };
        send({ text: words, reply_to_message: asked });
      },
      answer: (name) => send({ text: `/answer ${name}`, reply_to_message: { message_id: 4321, date: 1, chat: place } }),
      another: (name) => someone(language, place, name),
      removed: () =>
        telegram.calls.filter((call) => call.method === 'deleteMessage' && call.succeeded && isHere(call)).length,
      edit(text) {
        deliver({ edited_message: { ...(last['message'] as object), text, edit_date: 2 } });
      },
      // Telegram tells bots nothing of it; a reply to what is gone is sent without its quotation.
      remove() {},
      repeat: () => telegram.deliver(last),
      seen,
      until: (count, timeoutMs) => untilSeen(seen, count, timeoutMs),
      signsOfLife: () =>
        telegram.calls.filter((call) => call.method === 'sendChatAction' && isHere(call)).map(({ atMs }) => atMs),
    };
  }

  return {
    platform: 'telegram',
    env: { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root },
    ready: /Retake is ready: https:\/\/t\.me\/retake_test_bot/,
    secrets: [telegram.token, NAME],
    person: (language = 'en') => someone(language, { type: 'private', first_name: NAME }),
    member: (language = 'en') => someone(language, { id: -nextId++, type: 'supergroup', title: 'Help' }),
    moderator(language = 'en') {
      const admin = someone(language, { id: -nextId++, type: 'supergroup', title: 'Help' });
      telegram.admins.add(nextId - 1);
      return admin;
    },
    forbidDeleting: () =>
      telegram.fail('deleteMessage', { status: 400, description: "Bad Request: message can't be deleted" }, 1000),
    rateLimit(seconds) {
      const parameters = { retry_after: seconds };
      telegram.fail('sendMessage', {
        status: 429,
        description: `Too Many Requests: retry after ${seconds}`,
        parameters,
      });
    },
    breakDown: (times) => telegram.fail('sendMessage', { status: 502, description: 'Bad Gateway' }, times),
    dropConnections: () => telegram.dropConnections(),
    deliverRaw: (update) => telegram.deliver(update),
    deliverNonsense() {
      telegram.deliver({ message: { chat: null, from: 7, photo: 'x' } });
      telegram.deliver({ callback_query: { id: 1, from: {}, message: {} } });
    },
    violations: telegram.violations,
    close: () => telegram.close(),
  };
}

function seenOf({ payload, method, atMs }: Call): Seen {
  const html = String(payload['text'] ?? payload['caption'] ?? '');
  const { inline_keyboard: rows = [] } = (payload['reply_markup'] ?? {}) as Keyboard;
  return {
    hasFile: method === 'sendDocument',
    text: html
      .replaceAll(/<\/?[bi]>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
    buttons: rows.flat().map(({ text, callback_data, url }) => ({ label: text, action: callback_data ?? url ?? '' })),
    hasPicture: method === 'sendPhoto',
    isPrivate: Number(payload['chat_id']) > 0,
    to: (payload['reply_parameters'] as { message_id?: number } | undefined)?.message_id?.toString(),
    atMs,
  };
}
