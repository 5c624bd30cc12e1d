import { type Client, DiscordAPIError, RESTJSONErrorCodes, ThreadAutoArchiveDuration } from 'discord.js';
import { createSessions, rememberWords } from '../chats/sessions.ts';
import type { Keep } from '../keep/index.ts';
import type { Log } from '../log.ts';
import type { Forward, IncomingMessage, Respond } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import { uploadButton } from './forms.ts';
import { showReply } from './outgoing.ts';
import type { Stage } from './stage.ts';

/** What answering needs. */
export interface AnsweringParts {
  readonly client: Client;
  readonly translator: Translator;
  readonly defaultLanguage: string;
  readonly log: Log;
  /** Keeps what was said last, and the chosen language. */
  readonly keep: Keep;
}

/** One person in one channel. */
export interface Talk {
  readonly key: string;
  readonly channel: string;
  readonly languageHint?: string | undefined;
}

/** Answers messages, wherever the reply appears. */
export interface Answering {
  /** Asks the conversation and says what it replies; `remove` deletes what is answered. */
  answer(order: Order): Promise<void>;
  /** Says one text of ours, in the person's language. */
  say(talk: Talk, stage: Stage, key: string): Promise<void>;
  /** Says something in a channel of a server; rejects when it cannot. */
  sayIn(community: string, forward: Forward): Promise<void>;
}

/** A message to be answered. */
export interface Order {
  readonly message: IncomingMessage;
  readonly talk: Talk;
  readonly respond: Respond;
  readonly stage: Stage;
  readonly remove?: (() => Promise<unknown>) | undefined;
}

/** Nobody is there to read, or nothing is allowed: the person closed their messages, the message or interaction is gone. */
const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  // The token of an interaction ends after 15 minutes (Interactions, Receiving and Responding).
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];

/** Names of threads (Channels, Start Thread from Message). */
const MAX_THREAD_NAME = 100;

/** Passes over that nobody is there any more; rejects with everything else. */
export function unlessGone(error: unknown): void {
  if (error instanceof DiscordAPIError && GONE.includes(error.code)) return;
  throw error;
}

/** Answering, with what is remembered of talks. */
export function createAnswering({ client, translator, defaultLanguage, log, keep }: AnsweringParts): Answering {
  const sessions = createSessions(keep);
  return { answer, say, sayIn };

  async function answer({ message, talk: { key }, respond, stage, remove }: Order): Promise<void> {
    try {
      const heard = { ...message, talk: `discord:${key}`, ...(await sessions.get(key)) };
      const replies = await respond(heard, stage.note.show);
      if (replies.every(({ isForwardOnly }) => isForwardOnly)) await stage.dismiss();
      for (const said of replies) {
        if (said.forwards) await forward(said.forwards, message.community);
        if (said.isForwardOnly) continue;
        // What interactions are answered with is for the person alone anyway.
        const own = said.privately?.reply ?? said;
        const reply = own.removes && !(await removed(remove)) ? own.removes.orElse : own;
        const { chosenLanguage, topic, invitesPrivately, language } = reply;
        const label = translator.t(language)('chat:buttons.privately');
        await stage.show(showReply(reply, invitesPrivately ? [uploadButton(label)] : []));
        await sessions.update(key, { ...(chosenLanguage ? { chosenLanguage } : {}), lastTopic: topic });
      }
      await rememberWords(sessions, key, message.text, replies);
    } finally {
      await stage.note.remove();
    }
  }

  /** Says something in a channel of the same server; one that cannot be reached is the moderators' to mend. */
  async function forward(said: Forward, community: string | undefined): Promise<void> {
    try {
      if (community !== undefined) await sayIn(community, said);
    } catch (error) {
      log.warn({ event: 'not-forwarded', platform: 'discord', error });
    }
  }

  async function sayIn(community: string, { channel, reply, about, thread }: Forward): Promise<void> {
    const place = await client.channels.fetch(channel, { allowUnknownGuild: true });
    if (place === null || place.isDMBased() || !place.isSendable() || `discord:${place.guildId}` !== community) {
      throw new Error('no channel of this server');
    }
    const called = about === undefined ? {} : { content: `<@${about}>`, allowedMentions: { users: [about] } };
    const sent = await place.send({ ...showReply(reply), ...called });
    if (thread === undefined || place.isThread()) return;
    // Without the right to open threads they talk in the channel itself.
    await sent
      .startThread({ name: thread.slice(0, MAX_THREAD_NAME), autoArchiveDuration: ThreadAutoArchiveDuration.OneDay })
      .catch((error: unknown) => log.warn({ event: 'no-thread', platform: 'discord', error }));
  }

  /** False where the bot may not delete, or there is nothing to delete. */
  async function removed(remove: (() => Promise<unknown>) | undefined): Promise<boolean> {
    try {
      await remove?.();
      return remove !== undefined;
    } catch (error) {
      log.warn({ event: 'not-removed', platform: 'discord', error });
      return false;
    }
  }

  async function say({ key, languageHint }: Talk, stage: Stage, text: string): Promise<void> {
    const { chosenLanguage } = await sessions.get(key);
    const language = translator.closest(chosenLanguage ?? languageHint) ?? defaultLanguage;
    const words = translator.t(language)(text);
    await stage.show(
      showReply({ tone: 'caution', language, paragraphs: [{ kind: 'text', text: words }], buttons: [] }),
    );
  }
}
