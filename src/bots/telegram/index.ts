/** Telegram as a platform: updates in by polling or webhook, calls of the Bot API out. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import { ANSWER_COMMAND, COMMANDS, type Command, MODERATOR_COMMAND } from '../chats/commands.ts';
import { createTurns } from '../chats/in-turn.ts';
import { createSeen } from '../chats/seen.ts';
import { createTalkLimit } from '../chats/talk-limit.ts';
import type { JobQueue } from '../jobs.ts';
import type { Keep } from '../keep/index.ts';
import type { Log } from '../log.ts';
import type { ChatPlatform, Respond, Webhook } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import { createAlbums, joinEvents } from './albums.ts';
import { createAnswering } from './answering.ts';
import { createTelegramApi, isTokenRefused } from './api.ts';
import { readUpdate, type TelegramEvent } from './incoming.ts';
import { showTyping } from './keep-typing.ts';
import { type Polling, startPolling } from './polling.ts';
import { referenceOf } from './reference.ts';
import { createWebhook, type WebhookAddress, webhookUrl } from './webhook.ts';

export { examineTelegram } from './examine.ts';

/** What the adapter needs beside the conversation. */
export interface TelegramParts {
  readonly token: string;
  readonly apiRoot: string;
  readonly translator: Translator;
  readonly defaultLanguage: string;
  readonly log: Log;
  /** Keeps photos that were accepted until they are answered. */
  readonly queue: JobQueue;
  /** Keeps what was said last, and the chosen language. */
  readonly keep: Keep;
  /** Takes in what people do; a worker only does the jobs of others. */
  readonly receives: boolean;
  /** Where Telegram is to send updates; undefined: they are asked for. */
  readonly webhook?: WebhookAddress | undefined;
  /** Called once with the address of the bot, when it answers. */
  onReady(address: string): void;
  /** Called when Telegram lets the bot read all messages of its groups, which it does not need. */
  onPrivacyModeOff?(botName: string): void;
}

/** Telegram as a platform, and the place for its updates when it sends them itself. */
export interface TelegramPlatform extends ChatPlatform {
  readonly webhook?: Webhook | undefined;
}

const FIRST_WAIT_MS = 1000;
const MAX_WAIT_MS = 30_000;

/** An event with the updates that it is made of, and whom to tell that it is safe. */
interface Received extends TelegramEvent {
  readonly updates: readonly Update[];
  readonly onAccepted: readonly (() => void)[];
}

/** The bot of a token. `start` rejects when Telegram refuses the token; without a connection it goes on trying. */
export function createTelegramPlatform(parts: TelegramParts): TelegramPlatform {
  const { translator, log, defaultLanguage, queue } = parts;
  const api = createTelegramApi(parts.token, parts.apiRoot);
  const answering = createAnswering({ api, translator, defaultLanguage, log, keep: parts.keep });
  const failed = (error: unknown) => log.error({ event: 'reply-failed', platform: 'telegram', error });
  /** What comes in waits here for the queue to know it, then for its turn to be answered. */
  const intake = createTurns(failed);
  const turns = createTurns(failed);
  const seen = createSeen();
  const limit = createTalkLimit();
  const stopping = new AbortController();
  let polling: Polling | undefined;
  let flushAlbums = () => {};
  let takeUpdate: ((update: Update) => Promise<void>) | undefined;

  return {
    name: 'telegram',
    webhook:
      parts.webhook &&
      createWebhook(parts.webhook, async (update) => {
        // What comes before the bot knows its own name, or after its end, is Telegram's to send again.
        if (takeUpdate === undefined) return false;
        await takeUpdate(update);
        return true;
      }),
    async start(respond) {
      const me = await untilAnswered();
      const link = `https://t.me/${me.username}?start=photo`;
      const albums = createAlbums<Received>((event) => admit(event, respond, link), joinReceived);
      flushAlbums = () => albums.flush();
      takeUpdate = (update) =>
        new Promise((resolve) => {
          const event = readOnce(update, me);
          if (event === undefined) return resolve();
          const received = { ...event, updates: [update], onAccepted: [resolve] };
          if (received.album === undefined) admit(received, respond, link);
          else albums.add({ ...received, album: received.album });
        });
      queue.work('telegram', ({ reference }, isLastTry) => redo(reference, isLastTry, { me, respond, link }));
      if (!parts.receives) return parts.onReady(`https://t.me/${me.username}`);
      await announceCommands();
      if (parts.webhook) await api.setWebhook(webhookUrl(parts.webhook.url).href, parts.webhook.secret);
      else {
        await api.dropWebhook();
        polling = startPolling(api, log, takeUpdate);
      }
      if (me.can_read_all_group_messages) parts.onPrivacyModeOff?.(me.username);
      parts.onReady(`https://t.me/${me.username}`);
    },
    say: (community, channel, reply) => answering.sayIn(Number(community.replace(/^telegram:/, '')), channel, reply),
    async stop() {
      stopping.abort();
      takeUpdate = undefined;
      flushAlbums();
      await polling?.stop();
      await intake.idle();
      await turns.idle();
    },
  };

  /** Who the bot is. A lost connection is waited out; a refused token is not. */
  async function untilAnswered(): Promise<Awaited<ReturnType<typeof api.me>>> {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(MAX_WAIT_MS, waitMs * 2)) {
      try {
        return await api.me();
      } catch (error) {
        if (isTokenRefused(error) || stopping.signal.aborted) throw error;
        log.warn({ event: 'not-reached', platform: 'telegram', error });
        await sleep(waitMs, undefined, { signal: stopping.signal });
      }
    }
  }

  /** The event of an update; undefined for repeated ones, and for those that cannot be read. */
  function readOnce(update: Update, me: Me): TelegramEvent | undefined {
    if (!seen.isNew(String(update.update_id))) return undefined;
    return read(update, me);
  }

  function read(update: Update, me: Me): TelegramEvent | undefined {
    try {
      return readUpdate(update, { me, download: (fileId) => api.download(fileId), roleOf: api.roleOf });
    } catch (error) {
      log.warn({ event: 'update-unreadable', platform: 'telegram', error });
      return undefined;
    }
  }

  /** Has the queue take the event, says that it is safe, and puts it into its turn: one slow photo must not make anybody else wait. */
  function admit(event: Received, respond: Respond, link: string): void {
    const chat = String(event.place.chatId);
    const accepted = () => {
      for (const tell of event.onAccepted) tell();
    };
    const wasTaken = intake.add(chat, async () => {
      const name = nameOf(event);
      const acceptance = isJob(event)
        ? await queue.offer({ name, platform: 'telegram', chat, reference: event.updates.map(referenceOf) })
        : (await queue.wasFinished(name))
          ? 'known'
          : 'mine';
      accepted();
      // The one who sent it sees at once that it came, whoever looks at it when.
      if (acceptance === 'elsewhere') await showTyping(api, event.place, true);
      if (acceptance === 'full') addTurn(chat, () => answering.say(event, 'chat:errors.busy'));
      if (acceptance === 'mine') take(event, respond, link);
    });
    if (wasTaken) return;
    accepted();
    log.warn({ event: 'too-many-waiting', platform: 'telegram' });
  }

  function take(event: Received, respond: Respond, link: string): void {
    const { message, place, talk, callbackId } = event;
    const verdict = message.isToBot ? limit.take(talk, performance.now()) : 'allowed';
    addTurn(String(place.chatId), async () => {
      if (callbackId !== undefined) await api.send('answerCallbackQuery', { callback_query_id: callbackId });
      const name = nameOf(event);
      try {
        let said = 0;
        if (verdict === 'allowed') said = await answering.answer(event, respond, link);
        else if (verdict === 'first-refusal') await answering.say(event, 'chat:errors.too-fast');
        // Of what people say to each other nothing is noted.
        if (said > 0 || isJob(event)) await queue.finish(name);
      } catch (error) {
        if (isJob(event)) await queue.release(name);
        throw error;
      }
    });
  }

  /** Does a job that another process accepted. */
  function redo(reference: unknown, isLastTry: boolean, { me, respond, link }: Bot): Promise<void> {
    const updates = reference as readonly Update[];
    const events = updates.flatMap((update) => {
      const event = read(update, me);
      return event === undefined ? [] : [{ ...event, updates: [update], onAccepted: [] }];
    });
    if (events.length === 0) return Promise.resolve();
    const event = joinReceived(events);
    log.info({ event: isLastTry ? 'job-given-up' : 'job-begun', platform: 'telegram' });
    return new Promise((resolve, reject) => {
      const work = () =>
        isLastTry ? answering.say(event, 'chat:errors.lost') : answering.answer(event, respond, link).then(() => {});
      const wasTaken = turns.add(String(event.place.chatId), () => work().then(resolve, reject));
      if (!wasTaken) reject(new Error('too many wait'));
    });
  }

  function addTurn(chat: string, work: () => Promise<void>): void {
    if (!turns.add(chat, work)) log.warn({ event: 'too-many-waiting', platform: 'telegram' });
  }

  /** The menu of commands, in each language that Telegram can ask for. */
  async function announceCommands(): Promise<void> {
    const menuOf = (commands: readonly Command[], language: string) =>
      commands.map(({ name, description }) => ({ command: name, description: translator.t(language)(description) }));
    const menu = (language: string) => menuOf(COMMANDS, language);
    await api.setCommands(menu(defaultLanguage));
    // ISO 639-1 has two letters; Telegram takes nothing else.
    for (const language of translator.languages.filter((tag) => tag.length === 2)) {
      await api.setCommands(menu(language), { language });
    }
    await api.setCommands([...menu(defaultLanguage), ...menuOf([MODERATOR_COMMAND, ANSWER_COMMAND], defaultLanguage)], {
      forAdministrators: true,
    });
  }
}

type Me = Parameters<typeof readUpdate>[1]['me'];

/** What answering a job of another process needs. */
interface Bot {
  readonly me: Me;
  readonly respond: Respond;
  readonly link: string;
}

/** Photos that somebody sent to be looked at: looking takes long enough for a process to end meanwhile. */
function isJob({ message: { isPublic, photos } }: TelegramEvent): boolean {
  return !isPublic && photos.length > 0;
}

function nameOf({ updates: [first] }: Received): string {
  return `telegram:${first?.update_id}`;
}

/** The messages of an album as one, in their order. */
function joinReceived(events: readonly Received[]): Received {
  const inOrder = [...events].sort((a, b) => a.place.messageId - b.place.messageId);
  return {
    ...joinEvents(inOrder),
    updates: inOrder.flatMap(({ updates }) => updates),
    onAccepted: inOrder.flatMap(({ onAccepted }) => onAccepted),
  };
}
