/** Discord as a platform: the gateway brings what people do, REST shows the replies. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  Partials,
  RESTJSONErrorCodes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { createTurns } from '../chats/in-turn.ts';
import { createSeen } from '../chats/seen.ts';
import { createSessions } from '../chats/sessions.ts';
import { createTalkLimit } from '../chats/talk-limit.ts';
import type { Log } from '../log.ts';
import type { Button, ChatPlatform, IncomingMessage, Reply, Respond } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import { type AttachmentLink, photoOf } from './attachments.ts';
import { discordCommands } from './commands.ts';
import { readButton, readCommand, readMenu, readMessage, readMessageCommand, readUpload } from './incoming.ts';
import { type Shown, showReply } from './outgoing.ts';
import { UPLOAD_FORM, uploadButton, uploadForm } from './upload-form.ts';

/** What the adapter needs beside the conversation. */
export interface DiscordParts {
  readonly token: string;
  readonly apiUrl: string;
  /** Hosts of attachments beside Discord's own. */
  readonly attachmentHosts: readonly string[];
  readonly translator: Translator;
  readonly defaultLanguage: string;
  readonly log: Log;
  /** What somebody who is typing a question may want to ask. */
  suggest(typed: string, locale: string): readonly Button[];
  /** Called once with the name of the bot, when it is connected. */
  onReady(name: string): void;
}

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

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

/** Names of choices (Application Commands). */
const MAX_CHOICE = 100;

function isAnswerable(interaction: Interaction): interaction is Interaction & Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isButton() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isStringSelectMenu() ||
    (interaction.isModalSubmit() && interaction.customId === UPLOAD_FORM)
  );
}

/** The bot of a token. `start` rejects when Discord refuses the token or cannot be reached; later losses are reconnected by discord.js. */
export function createDiscordPlatform(parts: DiscordParts): ChatPlatform {
  const { translator, log, defaultLanguage } = parts;
  const client = new Client({
    intents: INTENTS,
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
    <Event>(take: (event: Event) => void) =>
    (event: Event) => {
      try {
        take(event);
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
    async stop() {
      client.removeAllListeners(Events.MessageCreate);
      client.removeAllListeners(Events.InteractionCreate);
      await turns.idle();
      await client.destroy();
    },
  };

  function takeMessage(message: Message, respond: Respond): void {
    const incoming = client.user ? readMessage(message, client.user.id, read) : undefined;
    if (incoming === undefined || !seen.isNew(message.id)) return;
    const talk = `${message.channelId}:${message.author.id}`;
    const show = (shown: Shown) => message.reply({ ...shown, failIfNotExists: false }).then(() => undefined);
    take(
      incoming,
      talk,
      message.channelId,
      async () => {
        if (incoming.isToBot && message.channel.isSendable()) await message.channel.sendTyping().catch(() => undefined);
        await answer(incoming, talk, respond, show);
      },
      show,
    );
  }

  /** Discord waits three seconds for a sign of life, so it is given at once, before the turn comes. */
  function takeInteraction(interaction: Interaction, respond: Respond): void {
    if (!seen.isNew(interaction.id)) return;
    if (interaction.isAutocomplete()) return void suggest(interaction).catch(unlessGone).catch(failed);
    if (interaction.isButton() && interaction.customId === UPLOAD_FORM) {
      const form = uploadForm(translator.t(translator.closest(interaction.locale) ?? defaultLanguage));
      return void interaction.showModal(form).catch(unlessGone).catch(failed);
    }
    if (!isAnswerable(interaction)) return;
    const isSeenByOthers = interaction.guildId !== null;
    const acknowledged = interaction.deferReply(isSeenByOthers ? { flags: MessageFlags.Ephemeral } : {});
    acknowledged.catch(() => undefined);
    const talk = `${interaction.channelId}:${interaction.user.id}`;
    let isFirst = true;
    const show = async (shown: Shown) => {
      const wasFirst = isFirst;
      isFirst = false;
      if (wasFirst) await interaction.editReply(shown);
      else await interaction.followUp(isSeenByOthers ? { ...shown, flags: MessageFlags.Ephemeral } : shown);
    };
    const incoming = { platform: 'discord', isPublic: false, isToBot: true, photos: [] } as const;
    take(
      incoming,
      talk,
      interaction.channelId ?? talk,
      async () => {
        await acknowledged;
        await answer(await incomingOf(interaction), talk, respond, show);
      },
      async (shown) => {
        await acknowledged;
        await show(shown);
      },
    );
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    const choices = parts.suggest(interaction.options.getFocused(), interaction.locale);
    await interaction.respond(
      choices.map(({ label, action }) => ({ name: label.slice(0, MAX_CHOICE), value: action })),
    );
  }

  async function incomingOf(interaction: Answerable): Promise<IncomingMessage> {
    if (interaction.isButton()) return readButton(interaction, read);
    if (interaction.isStringSelectMenu()) return readMenu(interaction);
    if (interaction.isModalSubmit()) return readUpload(interaction, read);
    if (interaction.isChatInputCommand()) return readCommand(interaction, read);
    const isOwn = interaction.targetMessage.author.id === interaction.user.id;
    const message = readMessageCommand(interaction, read);
    // What others posted is not looked at: it is theirs to show.
    return isOwn ? message : { ...message, photos: [] };
  }

  /** Puts the work into its turn and returns at once. */
  function take(
    message: IncomingMessage,
    talk: string,
    channel: string,
    work: () => Promise<void>,
    show: (shown: Shown) => Promise<void>,
  ): void {
    const verdict = message.isToBot ? limit.take(talk, performance.now()) : 'allowed';
    if (verdict === 'refused') return;
    const job = verdict === 'allowed' ? work : () => show(showReply(patienceReply(message, talk)));
    const wasTaken = turns.add(channel, () => job().catch(unlessGone));
    if (!wasTaken) log.warn({ event: 'too-many-waiting', platform: 'discord' });
  }

  async function answer(
    message: IncomingMessage,
    talk: string,
    respond: Respond,
    show: (shown: Shown) => Promise<void>,
  ): Promise<void> {
    const replies = await respond({ ...message, ...sessions.get(talk, performance.now()) });
    for (const reply of replies) {
      const { chosenLanguage, topic, invitesPrivately, language } = reply;
      const label = translator.t(language)('chat:buttons.privately');
      await show(showReply(reply, invitesPrivately ? [uploadButton(label)] : []));
      sessions.update(talk, { ...(chosenLanguage ? { chosenLanguage } : {}), lastTopic: topic }, performance.now());
    }
    sessions.update(talk, { previousText: message.text }, performance.now());
  }

  function patienceReply({ languageHint }: IncomingMessage, talk: string): Reply {
    const { chosenLanguage } = sessions.get(talk, performance.now());
    const language = translator.closest(chosenLanguage ?? languageHint) ?? defaultLanguage;
    const text = translator.t(language)('chat:errors.too-fast');
    return { tone: 'caution', language, paragraphs: [{ kind: 'text', text }], buttons: [] };
  }

  function unlessGone(error: unknown): void {
    if (error instanceof DiscordAPIError && GONE.includes(error.code)) return;
    throw error;
  }
}
