import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionWebhook,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { createProgressNote, type ProgressNote } from '../chats/progress-note.ts';
import type { Shown } from './outgoing.ts';

/** What somebody did that is answered by replies. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** Where the replies to one event appear. */
export interface Stage {
  /** Resolves when something can be shown; rejects when nobody waits any more. */
  readonly isOpen: Promise<unknown>;
  /** The next reply. */
  show(shown: Shown): Promise<void>;
  /** Says how the work goes on until the reply comes. */
  readonly note: ProgressNote;
  /** Nothing is going to be said: what shows that an answer comes is taken away. */
  dismiss(): Promise<void>;
}

/** Replies below a message. */
export function stageOfMessage(message: Message): Stage {
  const say = (shown: Shown | { content: string; flags: MessageFlags.SuppressNotifications }) =>
    message.reply({ ...shown, failIfNotExists: false });
  return {
    isOpen: Promise.resolve(),
    async show(shown) {
      await say(shown);
    },
    note: createProgressNote({
      post: (content) => say({ content, flags: MessageFlags.SuppressNotifications }),
      async change(note, content) {
        await note.edit(content);
      },
      async remove(note) {
        await note.delete();
      },
    }),
    async dismiss() {},
  };
}

/**
 * The reply to an interaction, seen by the person alone where others could read it. Discord waits three seconds for a sign of life, so it
 * is given at once; it also is what the first reply replaces.
 */
export function stageOfInteraction(interaction: Answerable): Stage {
  const isSeenByOthers = interaction.guildId !== null;
  const acknowledged = interaction.deferReply(isSeenByOthers ? { flags: MessageFlags.Ephemeral } : {});
  // It is awaited, and its failure met, where something is shown.
  acknowledged.catch(() => undefined);
  return stageOfWebhook(interaction.webhook, isSeenByOthers, acknowledged);
}

/** The reply to an interaction that was acknowledged, perhaps by another process. */
export function stageOfWebhook(
  webhook: InteractionWebhook,
  isSeenByOthers: boolean,
  isOpen: Promise<unknown> = Promise.resolve(),
): Stage {
  const edit = (shown: Parameters<InteractionWebhook['editMessage']>[1]) => webhook.editMessage('@original', shown);
  let isFirst = true;
  const note = createProgressNote({
    post: (content) => edit({ content }),
    async change(_, content) {
      await edit({ content });
    },
    // The reply takes its place.
    async remove() {},
  });
  return {
    isOpen,
    note,
    async show(shown) {
      const wasFirst = isFirst;
      isFirst = false;
      if (wasFirst) {
        await note.remove();
        await edit({ content: '', ...shown });
      } else await webhook.send(isSeenByOthers ? { ...shown, flags: MessageFlags.Ephemeral } : shown);
    },
    async dismiss() {
      await webhook.deleteMessage('@original');
    },
  };
}
