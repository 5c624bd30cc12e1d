/** Discord as a platform: the gateway brings what people do, REST shows the replies. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
  RESTJSONErrorCodes,
  type StringSelectMenuInteraction,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { ANSWER_COMMAND, MODERATOR_COMMAND, wantsWords } from '../chats/commands.ts';
import { createTurns } from '../chats/in-turn.ts';
import { createSeen } from '../chats/seen.ts';
import { createSessions, rememberWords } from '../chats/sessions.ts';
import { createTalkLimit } from '../chats/talk-limit.ts';
import type { Log } from '../log.ts';
import type { Button, ChatPlatform, Forward, IncomingMessage, Reply, Respond, Suggestion } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import { type AttachmentLink, photoOf } from './attachments.ts';
import { discordCommands } from './commands.ts';
import { UPLOAD_FORM, uploadButton, uploadForm, wordsForm } from './forms.ts';
import {
  readButton,
  readCommand,
  readMenu,
  readMessage,
  readMessageCommand,
  readUpload,
  readWords,
} from './incoming.ts';
import { showReply } from './outgoing.ts';
import { type Answerable, type Stage, stageOfInteraction, stageOfMessage } from './stage.ts';

/** What the adapter needs beside the conversation. */
export interface DiscordParts {
  readonly token: string;
  readonly apiUrl: string;
  /** Hosts of attachments beside Discord's own. */
  readonly attachmentHosts: readonly string[];
  /** All messages of servers come whole: the application has the privileged intent for their content. */
  readonly readsAllMessages: boolean;
  readonly translator: Translator;
  readonly defaultLanguage: string;
  readonly log: Log;
  /** What somebody who is typing may mean. */
  suggest(suggestion: Suggestion): Promise<readonly Button[]>;
  /** Called once with the name of the bot, when it is connected. */
  onReady(name: string): void;
}

/** One person in one channel. */
interface Talk {
  readonly key: string;
  readonly channel: string;
  readonly languageHint: string | undefined;
}

/** Messages are seen without the privileged intent for message content: those in private, and those that mention the bot, come whole. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Nobody is there to read, or nothing is allowed: the person closed their messages, the message or interaction is gone. */
const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];

/** Names and values of choices (Application Commands), and names of threads. */
const MAX_CHOICE = 100;

/** What is suggested while somebody types, by command; a question in all others. */
const WANTED: Readonly<Record<string, Suggestion['wanted']>> = {
  [MODERATOR_COMMAND.name]: 'moderation',
  [ANSWER_COMMAND.name]: 'answer',
};

type FormOpener = ButtonInteraction | StringSelectMenuInteraction;

function isAnswerable(interaction: Interaction): interaction is Interaction & Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isButton() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isStringSelectMenu() ||
    (interaction.isModalSubmit() && (interaction.customId === UPLOAD_FORM || wantsWords(interaction.customId)))
  );
}

/** The bot of a token. `start` rejects when Discord refuses the token or cannot be reached; later losses are reconnected by discord.js. */
export function createDiscordPlatform(parts: DiscordParts): ChatPlatform {
  const { translator, log, defaultLanguage } = parts;
  const client = new Client({
    intents: parts.readsAllMessages ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    // Without it, private messages never arrive: their channel is not known beforehand.
    partials: [Partials.Channel],
    rest: { api: parts.apiUrl.replace(/\/+$/, '') },
    allowedMentions: { parse: [], repliedUser: false },
  });
  const failed = (error: unknown) => log.error({ event: 'reply-failed', platform: 'discord', error });
  const turns = createTurns(failed);
  const sessions = createSessions();
  const seen = createSeen();
  const limit = createTalkLimit();
  const read = (attachment: AttachmentLink & { readonly id: string }, message?: Message) =>
    photoOf(attachment, parts.attachmentHosts, async () => {
      const renewed = await message?.fetch(true);
      return renewed?.attachments.get(attachment.id)?.url;
    });
  /** A broken event is nobody's words: it is noted, and the next one is taken. */
  const guarded =
    <Event extends readonly unknown[]>(take: (...event: Event) => void) =>
    (...event: Event) => {
      try {
        take(...event);
      } catch (error) {
        log.warn({ event: 'update-unreadable', platform: 'discord', error });
      }
    };

  return {
    name: 'discord',
    async start(respond) {
      client.on(
        Events.MessageCreate,
        guarded((message) => takeMessage(message, respond)),
      );
      client.on(
        Events.MessageUpdate,
        guarded((_, message) => takeEdit(message, respond)),
      );
      client.on(
        Events.InteractionCreate,
        guarded((interaction) => takeInteraction(interaction, respond)),
      );
      client.on(Events.Error, (error) => log.error({ event: 'gateway-error', platform: 'discord', error }));
      client.on(Events.ShardDisconnect, () => log.warn({ event: 'gateway-lost', platform: 'discord' }));
      client.on(Events.ShardReconnecting, () => log.warn({ event: 'gateway-reconnecting', platform: 'discord' }));
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      await client.login(parts.token);
      await ready;
      await client.application?.commands.set(discordCommands(translator, defaultLanguage));
      parts.onReady(client.user?.username ?? '');
    },
    say: (community, channel, reply) => sayIn(community, { channel, reply }),
    async stop() {
      client.removeAllListeners(Events.MessageCreate);
      client.removeAllListeners(Events.MessageUpdate);
      client.removeAllListeners(Events.InteractionCreate);
      await turns.idle();
      await client.destroy();
    },
  };

  function takeMessage(message: Message, respond: Respond): void {
    const incoming = client.user ? readMessage(message, client.user.id, read) : undefined;
    if (incoming === undefined || !seen.isNew(`${message.id}:${message.editedTimestamp ?? ''}`)) return;
    const talk = {
      key: `${message.channelId}:${message.author.id}`,
      channel: message.channelId,
      languageHint: undefined,
    };
    take(talk, stageOfMessage(message), incoming.isToBot, async (stage) => {
      if (incoming.isToBot && message.channel.isSendable()) await message.channel.sendTyping().catch(() => undefined);
      await answer(incoming, talk, respond, stage, () => message.delete());
    });
  }

  /** People mend a question in a private chat and expect its answer; in servers that would only be noise. Previews of links change messages too. */
  function takeEdit(message: Message, respond: Respond): void {
    if (message.editedTimestamp !== null && !message.inGuild()) takeMessage(message, respond);
  }

  function takeInteraction(interaction: Interaction, respond: Respond): void {
    if (!seen.isNew(interaction.id)) return;
    if (interaction.isAutocomplete()) return void suggest(interaction).catch(unlessGone).catch(failed);
    if (interaction.isButton() && interaction.customId === UPLOAD_FORM) {
      const form = uploadForm(translator.t(translator.closest(interaction.locale) ?? defaultLanguage));
      return void interaction.showModal(form).catch(unlessGone).catch(failed);
    }
    const wanted = interaction.isButton()
      ? interaction.customId
      : interaction.isStringSelectMenu()
        ? interaction.values[0]
        : undefined;
    if (wanted !== undefined && wantsWords(wanted)) {
      return void openForm(interaction as FormOpener, wanted)
        .catch(unlessGone)
        .catch(failed);
    }
    if (!isAnswerable(interaction)) return;
    const key = `${interaction.channelId}:${interaction.user.id}`;
    const talk = { key, channel: interaction.channelId ?? key, languageHint: interaction.locale };
    take(talk, stageOfInteraction(interaction), true, async (stage) => {
      await answer(await incomingOf(interaction), talk, respond, stage);
    });
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    const { commandName, guildId, locale: languageHint } = interaction;
    const wanted = WANTED[commandName] ?? 'question';
    const community = guildId === null ? undefined : `discord:${guildId}`;
    const typed = interaction.options.getFocused();
    const choices = await parts.suggest({ wanted, typed, languageHint, community });
    await interaction.respond(
      choices.map(({ label, action }) => ({ name: label.slice(0, MAX_CHOICE), value: action.slice(0, MAX_CHOICE) })),
    );
  }

  async function incomingOf(interaction: Answerable): Promise<IncomingMessage> {
    if (interaction.isButton()) return readButton(interaction, read);
    if (interaction.isStringSelectMenu()) return readMenu(interaction);
    if (interaction.isModalSubmit()) {
      return interaction.customId === UPLOAD_FORM ? readUpload(interaction, read) : readWords(interaction);
    }
    if (interaction.isChatInputCommand()) return readCommand(interaction, read);
    const isOwn = interaction.targetMessage.author.id === interaction.user.id;
    const message = readMessageCommand(interaction, read);
    // What others posted is not looked at: it is theirs to show.
    return isOwn ? message : { ...message, photos: [] };
  }

  /** Puts the work into its turn and returns at once. */
  function take(talk: Talk, stage: Stage, isToBot: boolean, work: (stage: Stage) => Promise<void>): void {
    const verdict = isToBot ? limit.take(talk.key, performance.now()) : 'allowed';
    const job = {
      allowed: () => work(stage),
      'first-refusal': () => stage.show(showReply(patienceReply(talk))),
      refused: () => stage.dismiss(),
    }[verdict];
    const wasTaken = turns.add(talk.channel, () => stage.isOpen.then(job).catch(unlessGone));
    if (wasTaken) return;
    log.warn({ event: 'too-many-waiting', platform: 'discord' });
    void stage.isOpen.then(() => stage.dismiss()).catch(() => undefined);
  }

  /** `remove` deletes what is answered. */
  async function answer(
    message: IncomingMessage,
    { key }: Talk,
    respond: Respond,
    stage: Stage,
    remove?: () => Promise<unknown>,
  ): Promise<void> {
    try {
      const heard = { ...message, talk: `discord:${key}`, ...sessions.get(key, performance.now()) };
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
        sessions.update(key, { ...(chosenLanguage ? { chosenLanguage } : {}), lastTopic: topic }, performance.now());
      }
      rememberWords(sessions, key, message.text, replies);
    } finally {
      await stage.note.remove();
    }
  }

  /** A form for words is the whole answer to a press: Discord opens none after anything else was said. */
  async function openForm(interaction: FormOpener, action: string): Promise<void> {
    const t = translator.t(translator.closest(interaction.locale) ?? defaultLanguage);
    // Of a message that is not there whole, the button is not known.
    const component: object | null = interaction.component;
    const label = component !== null && 'label' in component ? String(component.label) : undefined;
    await interaction.showModal(wordsForm(t, action, label ?? t('chat:moderators.newValue')));
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
    const place = await client.channels.fetch(channel);
    if (place === null || place.isDMBased() || !place.isSendable() || `discord:${place.guildId}` !== community) {
      throw new Error('no channel of this server');
    }
    const called = about === undefined ? {} : { content: `<@${about}>`, allowedMentions: { users: [about] } };
    const sent = await place.send({ ...showReply(reply), ...called });
    if (thread === undefined || place.isThread()) return;
    // Without the right to open threads they talk in the channel itself.
    await sent
      .startThread({ name: thread.slice(0, MAX_CHOICE), autoArchiveDuration: ThreadAutoArchiveDuration.OneDay })
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

  function patienceReply({ key, languageHint }: Talk): Reply {
    const { chosenLanguage } = sessions.get(key, performance.now());
    const language = translator.closest(chosenLanguage ?? languageHint) ?? defaultLanguage;
    const text = translator.t(language)('chat:errors.too-fast');
    return { tone: 'caution', language, paragraphs: [{ kind: 'text', text }], buttons: [] };
  }

  function unlessGone(error: unknown): void {
    if (error instanceof DiscordAPIError && GONE.includes(error.code)) return;
    throw error;
  }
}
