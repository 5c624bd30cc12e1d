import {
  type Attachment,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { COMMANDS } from '../chats/commands.ts';
import type { IncomingMessage, IncomingPhoto } from '../platform.ts';
import { PHOTO_OPTIONS } from './commands.ts';

/** Makes a photo of an attachment. */
export type ReadAttachment = (attachment: Attachment) => IncomingPhoto;

const KINDS: ReadonlySet<unknown> = new Set(['auto', 'document', 'selfie', 'selfie-with-document']);

/** A message that somebody wrote; undefined when a program did, or when it holds nothing to answer. */
export function readMessage(message: Message, botId: string, read: ReadAttachment): IncomingMessage | undefined {
  if (message.author.bot || message.system) return undefined;
  const isPublic = message.inGuild();
  const isMentioned = message.mentions.users.has(botId);
  const text = message.content
    .replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const photos = [...message.attachments.values()].map(read);
  if (text === '' && photos.length === 0 && !isMentioned) return undefined;
  return {
    platform: 'discord',
    isPublic,
    isToBot: !isPublic || isMentioned,
    text: text === '' ? undefined : text,
    photos,
  };
}

/** A slash command. Its answer is shown to the person alone, so it counts as private wherever it is given. */
export function readCommand(interaction: ChatInputCommandInteraction, read: ReadAttachment): IncomingMessage {
  const { commandName, options, locale } = interaction;
  const photos = PHOTO_OPTIONS.flatMap((name) => {
    const attachment = commandName === 'check' ? options.getAttachment(name) : null;
    return attachment ? [read(attachment)] : [];
  });
  const kind = commandName === 'check' ? options.getString('as') : null;
  return {
    ...TO_BOT,
    text: commandName === 'ask' ? (options.getString('question') ?? undefined) : undefined,
    pressed: COMMANDS.find(({ name }) => name === commandName)?.action,
    photos,
    judgeAs: KINDS.has(kind) ? (kind as IncomingMessage['judgeAs']) : undefined,
    languageHint: locale,
  };
}

/** "Look at this message" from the menu of a message of one's own. */
export function readMessageCommand(
  { targetMessage, locale }: MessageContextMenuCommandInteraction,
  read: ReadAttachment,
): IncomingMessage {
  return { ...TO_BOT, photos: [...targetMessage.attachments.values()].map(read), languageHint: locale };
}

/** A pressed button; where the reply answers a message with photos, "I sent something else" has them looked at again. */
export async function readButton(interaction: ButtonInteraction, read: ReadAttachment): Promise<IncomingMessage> {
  const { customId, locale, message } = interaction;
  const wantsPhotos =
    customId.startsWith('as:') && message.reference !== null && !message.flags.has(MessageFlags.Ephemeral);
  const answered = wantsPhotos ? await message.fetchReference().catch(() => undefined) : undefined;
  return {
    ...TO_BOT,
    pressed: customId,
    photos: [...(answered?.attachments.values() ?? [])].map(read),
    languageHint: locale,
  };
}

const TO_BOT = { platform: 'discord', isPublic: false, isToBot: true } as const;
