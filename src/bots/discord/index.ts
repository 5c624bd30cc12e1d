/** Discord as a platform: the gateway brings what people do, REST shows the replies. */
import {
  type APIUser,
  type AutocompleteInteraction,
  type ButtonInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
  Routes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { ANSWER_COMMAND, isModeration, MODERATOR_COMMAND, wantsWords } from '../chats/commands.ts';
import { createTurns } from '../chats/in-turn.ts';
import { createSeen } from '../chats/seen.ts';
import { createTalkLimit } from '../chats/talk-limit.ts';
import type { JobQueue } from '../jobs.ts';
import type { Keep } from '../keep/index.ts';
import type { Log } from '../log.ts';
import type { Button, ChatPlatform, IncomingMessage, Respond, Suggestion } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import { createAnswering, type Talk, unlessGone } from './answering.ts';
import { type AttachmentLink, photoOf } from './attachments.ts';
import { discordCommands } from './commands.ts';
import { UPLOAD_FORM, uploadForm, wordsForm } from './forms.ts';
import {
  readButton,
  readCommand,
  readMenu,
  readMessage,
  readMessageCommand,
  readUpload,
  readWords,
} from './incoming.ts';
import { type Reference, referenceOfInteraction, revive } from './reference.ts';
import { type Answerable, type Stage, stageOfInteraction, stageOfMessage } from './stage.ts';

export { examineDiscord } from './examine.ts';

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
  /** Keeps photos that were accepted until they are answered. */
  readonly queue: JobQueue;
  /** Keeps what was said last, and the chosen language. */
  readonly keep: Keep;
  /** Takes in what people do; a worker only does the jobs of others. */
  readonly receives: boolean;
  /** What somebody who is typing may mean. */
  suggest(suggestion: Suggestion): Promise<readonly Button[]>;
  /** Called once with the name of the bot, when it is connected. */
  onReady(name: string): void;
}

/** Messages are seen without the privileged intent for message content: those in private, and those that mention the bot, come whole. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Names and values of choices (Application Commands). */
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
  const { translator, log, defaultLanguage, queue } = parts;
  const client = new Client({
    intents: parts.readsAllMessages ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    // Without it, private messages never arrive: their channel is not known beforehand.
    partials: [Partials.Channel],
    // As many connections to the gateway as Discord recommends for the number of servers, in this process.
    shards: 'auto',
    rest: { api: parts.apiUrl.replace(/\/+$/, '') },
    allowedMentions: { parse: [], repliedUser: false },
  });
  const failed = (error: unknown) => log.error({ event: 'reply-failed', platform: 'discord', error });
  /** What comes in waits here for the queue to know it, then for its turn to be answered. */
  const intake = createTurns(failed);
  const turns = createTurns(failed);
  const answering = createAnswering({ client, translator, defaultLanguage, log, keep: parts.keep });
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
      if (!parts.receives) return startWorker(respond);
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
      workOn(respond, client.user?.id ?? '');
      parts.onReady(client.user?.username ?? '');
    },
    say: (community, channel, reply) => answering.sayIn(community, { channel, reply }),
    async stop() {
      client.removeAllListeners(Events.MessageCreate);
      client.removeAllListeners(Events.MessageUpdate);
      client.removeAllListeners(Events.InteractionCreate);
      await intake.idle();
      await turns.idle();
      await client.destroy();
    },
  };

  /** A worker needs no gateway: references lead to everything by REST. */
  async function startWorker(respond: Respond): Promise<void> {
    client.token = parts.token;
    client.rest.setToken(parts.token);
    const me = (await client.rest.get(Routes.user())) as APIUser;
    workOn(respond, me.id);
    parts.onReady(me.username);
  }

  function workOn(respond: Respond, botId: string): void {
    queue.work('discord', ({ reference }, isLastTry) => redo(reference as Reference, isLastTry, { respond, botId }));
  }

  function takeMessage(message: Message, respond: Respond): void {
    const incoming = client.user ? readMessage(message, client.user.id, read) : undefined;
    if (incoming === undefined || !seen.isNew(`${message.id}:${message.editedTimestamp ?? ''}`)) return;
    const talk = {
      key: `${message.channelId}:${message.author.id}`,
      channel: message.channelId,
      languageHint: undefined,
    };
    take(talk, stageOfMessage(message), incoming.isToBot, {
      name: `discord:${message.id}:${message.editedTimestamp ?? ''}`,
      read: async () => incoming,
      reference: () => ({ kind: 'message', channelId: message.channelId, messageId: message.id, talk }),
      respond,
      message,
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
    take(talk, stageOfInteraction(interaction), true, {
      name: `discord:${interaction.id}`,
      read: () => incomingOf(interaction),
      reference: (incoming) => referenceOfInteraction(interaction, talk, incoming),
      respond,
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

  /** Has the queue take a photo, then puts the work into its turn; returns at once. */
  function take(talk: Talk, stage: Stage, isToBot: boolean, event: Event): void {
    const verdict = isToBot ? limit.take(talk.key, performance.now()) : 'allowed';
    const wasTaken = intake.add(talk.channel, async () => {
      if (verdict !== 'allowed') {
        const refuse = () =>
          verdict === 'refused' ? stage.dismiss() : answering.say(talk, stage, 'chat:errors.too-fast');
        return addTurn(talk, stage, refuse);
      }
      const message = await event.read();
      const reference = isJob(message) ? event.reference(message) : undefined;
      const { name } = event;
      const acceptance =
        reference === undefined
          ? 'mine'
          : await queue.offer({ name, platform: 'discord', chat: talk.channel, reference });
      // Whoever sent it sees at once that it came, whoever looks at it when.
      if (acceptance === 'elsewhere') await showTyping(event.message, isToBot);
      if (acceptance === 'full') addTurn(talk, stage, () => answering.say(talk, stage, 'chat:errors.busy'));
      if (acceptance !== 'mine') return;
      addTurn(talk, stage, async () => {
        await showTyping(event.message, isToBot);
        const remove = event.message && (() => event.message?.delete() ?? Promise.resolve());
        const done = answering.answer({ message, talk, respond: event.respond, stage, remove }).catch(unlessGone);
        await (reference === undefined ? done : settle(name, done));
      });
    });
    if (!wasTaken) tooMany(stage);
  }

  /** A job that failed is for somebody to try again. */
  async function settle(name: string, done: Promise<void>): Promise<void> {
    try {
      await done;
      await queue.finish(name);
    } catch (error) {
      await queue.release(name);
      throw error;
    }
  }

  async function showTyping(message: Message | undefined, isToBot: boolean): Promise<void> {
    if (isToBot && message?.channel.isSendable()) await message.channel.sendTyping().catch(() => undefined);
  }

  function addTurn(talk: Talk, stage: Stage, work: () => Promise<void>): void {
    const wasTaken = turns.add(talk.channel, () => stage.isOpen.then(work).catch(unlessGone));
    if (!wasTaken) tooMany(stage);
  }

  function tooMany(stage: Stage): void {
    log.warn({ event: 'too-many-waiting', platform: 'discord' });
    void stage.isOpen.then(() => stage.dismiss()).catch(() => undefined);
  }

  /** Does a job that another process accepted. */
  async function redo(
    reference: Reference,
    isLastTry: boolean,
    { respond, botId }: { readonly respond: Respond; readonly botId: string },
  ): Promise<void> {
    const { talk } = reference;
    const found = await revive(reference, {
      client,
      botId,
      read,
      readLink: (link) => photoOf(link, parts.attachmentHosts),
    });
    if (found === undefined) return;
    const { message, stage } = found;
    log.info({ event: isLastTry ? 'job-given-up' : 'job-begun', platform: 'discord' });
    await new Promise<void>((resolve, reject) => {
      const work = () =>
        isLastTry
          ? answering.say(talk, stage, 'chat:errors.lost')
          : answering.answer({ message, talk, respond, stage });
      const wasTaken = turns.add(talk.channel, () => work().catch(unlessGone).then(resolve, reject));
      if (!wasTaken) reject(new Error('too many wait'));
    });
  }

  /** A form for words is the whole answer to a press: Discord opens none after anything else was said. */
  async function openForm(interaction: FormOpener, action: string): Promise<void> {
    const t = translator.t(translator.closest(interaction.locale) ?? defaultLanguage);
    // Of a message that is not there whole, the button is not known.
    const component: object | null = interaction.component;
    const label = component !== null && 'label' in component ? String(component.label) : undefined;
    await interaction.showModal(wordsForm(t, action, label ?? t('chat:moderators.newValue')));
  }
}

/** Something that somebody did: how it is read, and what it is for the queue. */
interface Event {
  readonly name: string;
  readonly read: () => Promise<IncomingMessage>;
  readonly reference: (message: IncomingMessage) => Reference;
  readonly respond: Respond;
  /** The message in the channel; undefined for commands and buttons. */
  readonly message?: Message;
}

/** Photos that somebody sent to be looked at: looking takes long enough for a process to end meanwhile. */
function isJob({ isPublic, photos, pressed }: IncomingMessage): boolean {
  return !isPublic && photos.length > 0 && !isModeration(pressed);
}
