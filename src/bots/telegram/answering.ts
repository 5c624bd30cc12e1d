import { isModeration } from '../chats/commands.ts';
import { createProgressNote, type ProgressNote } from '../chats/progress-note.ts';
import { createSessions, rememberWords } from '../chats/sessions.ts';
import type { Keep } from '../keep/index.ts';
import type { Log } from '../log.ts';
import type { Forward, IncomingMessage, Reply, Respond } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import type { TelegramApi } from './api.ts';
import type { Place, TelegramEvent } from './incoming.ts';
import { keepTyping } from './keep-typing.ts';
import { showReply } from './outgoing.ts';

/** What answering needs. */
export interface AnsweringParts {
  readonly api: TelegramApi;
  readonly translator: Translator;
  readonly defaultLanguage: string;
  readonly log: Log;
  /** Keeps what was said last, and the chosen language. */
  readonly keep: Keep;
}

/** Answers events, one after the other for each chat. */
export interface Answering {
  /** Asks the conversation and says what it replies; resolves with how many replies there were. Rejects when Telegram cannot be reached for long. */
  answer(event: TelegramEvent, respond: Respond, privateLink: string): Promise<number>;
  /** Says one text of ours, in the person's language. */
  say(event: TelegramEvent, key: string): Promise<void>;
  /** Says something in a topic of a group, or in the group itself. */
  sayIn(chatId: number, channel: string, reply: Reply, about?: string): Promise<void>;
}

/** Answering, with what is remembered of talks. */
export function createAnswering({ api, translator, defaultLanguage, log, keep }: AnsweringParts): Answering {
  const sessions = createSessions(keep);
  return { answer, say, sayIn };

  async function answer(event: TelegramEvent, respond: Respond, privateLink: string): Promise<number> {
    const { place, talk } = event;
    const { asked, ...session } = await sessions.get(talk);
    const message = withWhatWasAsked(event.message, asked);
    if (asked !== undefined) await sessions.update(talk, { asked: undefined });
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
        await sessions.update(talk, { ...chosen, ...asks, lastTopic: topic });
      }
      await rememberWords(sessions, talk, message.text, replies);
      return replies.length;
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
    const { chosenLanguage } = await sessions.get(talk);
    const language = translator.closest(chosenLanguage ?? message.languageHint) ?? defaultLanguage;
    const text = translator.t(language)(key);
    const reply = { tone: 'caution', language, paragraphs: [{ kind: 'text', text }], buttons: [] } as const;
    for (const { method, payload } of showReply(reply, place)) await api.send(method, payload);
  }
}

/** Words that were asked for go where they are wanted; a command or another button means something else. */
function withWhatWasAsked(message: IncomingMessage, asked: string | undefined): IncomingMessage {
  const isAnswer =
    asked !== undefined && message.isToBot && message.pressed === undefined && message.text !== undefined;
  return isAnswer ? { ...message, pressed: asked } : message;
}
