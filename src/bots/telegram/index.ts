/** Telegram as a platform: updates in by polling or webhook, calls of the Bot API out. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import { ANSWER_COMMAND, COMMANDS, type Command, isModeration, MODERATOR_COMMAND } from '../chats/commands.ts';
import { createTurns } from '../chats/in-turn.ts';
import { createProgressNote, type ProgressNote } from '../chats/progress-note.ts';
import { createSeen } from '../chats/seen.ts';
import { createSessions, rememberWords } from '../chats/sessions.ts';
import { createTalkLimit } from '../chats/talk-limit.ts';
import type { Log } from '../log.ts';
import type { ChatPlatform, Forward, IncomingMessage, Reply, Respond, Webhook } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import { createAlbums } from './albums.ts';
import { createTelegramApi, isTokenRefused } from './api.ts';
import { type Place, readUpdate, type TelegramEvent } from './incoming.ts';
import { keepTyping } from './keep-typing.ts';
import { showReply } from './outgoing.ts';
import { type Polling, startPolling } from './polling.ts';
import { createWebhook, type WebhookAddress, webhookUrl } from './webhook.ts';

/** What the adapter needs beside the conversation. */
export interface TelegramParts {
  readonly token: string;
  readonly apiRoot: string;
  readonly translator: Translator;
  readonly defaultLanguage: string;
  readonly log: Log;
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

/** The bot of a token. `start` rejects when Telegram refuses the token; without a connection it goes on trying. */
export function createTelegramPlatform(parts: TelegramParts): TelegramPlatform {
  const { translator, log, defaultLanguage } = parts;
  const api = createTelegramApi(parts.token, parts.apiRoot);
  const turns = createTurns((error) => log.error({ event: 'reply-failed', platform: 'telegram', error }));
  const sessions = createSessions();
  const seen = createSeen();
  const limit = createTalkLimit();
  const stopping = new AbortController();
  let polling: Polling | undefined;
  let flushAlbums = () => {};
  let takeUpdate: ((update: Update) => void) | undefined;

  return {
    name: 'telegram',
    webhook:
      parts.webhook &&
      createWebhook(parts.webhook, (update) => {
        // What comes before the bot knows its own name, or after its end, is Telegram's to send again.
        if (takeUpdate === undefined) return false;
        takeUpdate(update);
        return true;
      }),
    async start(respond) {
      const me = await untilAnswered();
      const take = (event: TelegramEvent) => takeEvent(event, respond, `https://t.me/${me.username}?start=photo`);
      const albums = createAlbums(take);
      flushAlbums = () => albums.flush();
      takeUpdate = (update) => {
        const event = readOnce(update, me);
        if (event === undefined) return;
        if (event.album === undefined) take(event);
        else albums.add({ ...event, album: event.album });
      };
      await announceCommands();
      if (parts.webhook) await api.setWebhook(webhookUrl(parts.webhook.url).href, parts.webhook.secret);
      else {
        await api.dropWebhook();
        polling = startPolling(api, log, takeUpdate);
      }
      if (me.can_read_all_group_messages) parts.onPrivacyModeOff?.(me.username);
      parts.onReady(`https://t.me/${me.username}`);
    },
    say: (community, channel, reply) => sayIn(Number(community.replace(/^telegram:/, '')), channel, reply),
    async stop() {
      stopping.abort();
      takeUpdate = undefined;
      await polling?.stop();
      flushAlbums();
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
  function readOnce(update: Update, me: Parameters<typeof readUpdate>[1]['me']): TelegramEvent | undefined {
    try {
      if (!seen.isNew(String(update.update_id))) return undefined;
      return readUpdate(update, { me, download: (fileId) => api.download(fileId), roleOf: api.roleOf });
    } catch (error) {
      log.warn({ event: 'update-unreadable', platform: 'telegram', error });
      return undefined;
    }
  }

  /** Puts the work into its turn and returns at once: one slow photo must not make anybody else wait. */
  function takeEvent(event: TelegramEvent, respond: Respond, privateLink: string): void {
    const now = performance.now();
    const { message, place, talk } = event;
    const verdict = message.isToBot ? limit.take(talk, now) : 'allowed';
    const answersAreDue = verdict === 'allowed';
    const wasTaken = turns.add(String(place.chatId), async () => {
      if (event.callbackId !== undefined) {
        await api.send('answerCallbackQuery', { callback_query_id: event.callbackId });
      }
      if (answersAreDue) await answer(event, respond, privateLink);
      else if (verdict === 'first-refusal') await say(event, 'chat:errors.too-fast');
    });
    if (!wasTaken) log.warn({ event: 'too-many-waiting', platform: 'telegram' });
  }

  async function answer(event: TelegramEvent, respond: Respond, privateLink: string): Promise<void> {
    const { place, talk } = event;
    const { asked, ...session } = sessions.get(talk, performance.now());
    const message = withWhatWasAsked(event.message, asked);
    if (asked !== undefined) sessions.update(talk, { asked: undefined }, performance.now());
    const typing = message.isToBot ? keepTyping(api, place, message.photos.length > 0) : undefined;
    const note = progressNote(place);
    try {
      const moderatorRole = await roleOf(event, message);
      const heard = { ...message, moderatorRole, talk: `telegram:${talk}`, ...session };
      const replies = await respond(heard, note.show);
      for (const said of replies) {
        if (said.forwards) await forward(said.forwards, place);
        if (said.isForwardOnly) continue;
        const reply = await whatCanBeSaid(said, event);
        const { topic, chosenLanguage, language, invitesPrivately } = reply;
        const label = translator.t(language)('chat:web.choose');
        const shown = invitesPrivately ? showReply(reply, place, privateLink, label) : showReply(reply, place);
        for (const { method, payload } of shown) {
          const id = await api.send(method, payload);
          if (reply.minutesToLive !== undefined && id !== undefined) deleteLater(place.chatId, id, reply.minutesToLive);
        }
        const asks = reply.asksFor === undefined ? {} : { asked: reply.asksFor };
        const chosen = chosenLanguage ? { chosenLanguage } : {};
        sessions.update(talk, { ...chosen, ...asks, lastTopic: topic }, performance.now());
      }
      rememberWords(sessions, talk, message.text, replies);
    } finally {
      typing?.stop();
      await note.remove();
    }
  }

  /** The reply, or what is to be said where it cannot be done as it should: nothing to be deleted, no private chat. */
  async function whatCanBeSaid(said: Reply, { place, personId, message: { isPublic } }: TelegramEvent): Promise<Reply> {
    if (said.removes) return (await removed(place)) ? said : said.removes.orElse;
    if (said.privately === undefined) return said;
    const { reply, orElse } = said.privately;
    if (!isPublic) return reply;
    try {
      for (const { method, payload } of showReply(reply, { chatId: personId })) await api.call(method, payload);
      return said;
    } catch {
      // Bots may not write first; the person has to open the chat.
      return orElse;
    }
  }

  /** Says something in another topic of the same group, or in the group itself; nowhere else. */
  async function forward({ channel, reply, about }: Forward, { chatId }: Pick<Place, 'chatId'>): Promise<void> {
    try {
      await sayIn(chatId, channel, reply, about);
    } catch (error) {
      log.warn({ event: 'not-forwarded', platform: 'telegram', error });
    }
  }

  async function sayIn(chatId: number, channel: string, reply: Reply, about?: string): Promise<void> {
    const threadId = channel === String(chatId) ? undefined : Number(channel);
    if (threadId !== undefined && !(threadId > 0)) throw new Error('no topic of this group');
    const place = { chatId, threadId, ...(about === undefined ? {} : { messageId: Number(about) }) };
    for (const { method, payload } of showReply(reply, place)) await api.send(method, payload);
  }

  /** At its best: what was said before the process ends stays. */
  function deleteLater(chatId: number, messageId: number, minutes: number): void {
    const remove = () => api.call('deleteMessage', { chat_id: chatId, message_id: messageId }).catch(() => undefined);
    setTimeout(() => void remove(), minutes * 60_000).unref();
  }

  /** Asked for only when somebody wants to change the settings of a group. */
  async function roleOf({ place, personId }: TelegramEvent, message: IncomingMessage): Promise<string | undefined> {
    if (!isModeration(message.pressed) || message.community === undefined) return undefined;
    try {
      return await api.roleOf(place.chatId, personId);
    } catch (error) {
      log.warn({ event: 'role-unknown', platform: 'telegram', error });
      return undefined;
    }
  }

  /** Deletes what is answered, all of an album; false where the bot may not. */
  async function removed({ chatId, messageId, otherMessageIds = [] }: Place): Promise<boolean> {
    try {
      for (const id of [messageId, ...otherMessageIds])
        await api.call('deleteMessage', { chat_id: chatId, message_id: id });
      return true;
    } catch (error) {
      log.warn({ event: 'not-removed', platform: 'telegram', error });
      return false;
    }
  }

  function progressNote({ chatId, threadId }: Place): ProgressNote {
    const chat = { chat_id: chatId };
    const thread = threadId === undefined ? {} : { message_thread_id: threadId };
    return createProgressNote({
      async post(text) {
        const sent = await api.call('sendMessage', { ...chat, ...thread, text, disable_notification: true });
        return (sent as { message_id: number }).message_id;
      },
      async change(id, text) {
        await api.call('editMessageText', { ...chat, message_id: id, text });
      },
      async remove(id) {
        await api.call('deleteMessage', { ...chat, message_id: id });
      },
    });
  }

  async function say({ place, message, talk }: TelegramEvent, key: string): Promise<void> {
    const { chosenLanguage } = sessions.get(talk, performance.now());
    const language = translator.closest(chosenLanguage ?? message.languageHint) ?? defaultLanguage;
    const text = translator.t(language)(key);
    const reply = { tone: 'caution', language, paragraphs: [{ kind: 'text', text }], buttons: [] } as const;
    for (const { method, payload } of showReply(reply, place)) await api.send(method, payload);
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

/** Words that were asked for go where they are wanted; a command or another button means something else. */
function withWhatWasAsked(message: IncomingMessage, asked: string | undefined): IncomingMessage {
  const isAnswer =
    asked !== undefined && message.isToBot && message.pressed === undefined && message.text !== undefined;
  return isAnswer ? { ...message, pressed: asked } : message;
}
