import {
  type Attachment,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { ALL_COMMANDS, ANSWER_COMMAND, actionWithWords, isModeration, MODERATOR_COMMAND } from '../chats/commands.ts';
import { wantsPhotoAgain } from '../chats/photo-actions.ts';
import type { IncomingMessage, IncomingPhoto } from '../platform.ts';
import { PHOTO_OPTIONS } from './commands.ts';
import { UPLOAD_FIELD, WORDS_FIELD } from './forms.ts';

/** Makes a photo of an attachment; of the message that it belongs to, a new link can be had. */
export type ReadAttachment = (attachment: Attachment, message?: Message) => IncomingPhoto;

const KINDS: ReadonlySet<unknown> = new Set(['auto', 'document', 'selfie', 'selfie-with-document']);

/** How Discord writes its numbers (Reference, Snowflakes). */
const SNOWFLAKE = /^\d{1,20}$/;

/** A message that somebody wrote; undefined when a program did, or when it holds nothing to answer. */
export function readMessage(message: Message, botId: string, read: ReadAttachment): IncomingMessage | undefined {
  // Without these numbers nothing can be said to it; Discord always sends them.
  if (![message.id, message.channelId].every((number) => SNOWFLAKE.test(number))) return undefined;
  if (message.author.bot || message.system) return undefined;
  const isPublic = message.inGuild();
  const isMentioned = message.mentions.users.has(botId);
  const text = message.content
    .replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const photos = [...message.attachments.values()].map((attachment) => read(attachment, message));
  // In servers even a message without words that may be read shows under which name it was written.
  if (text === '' && photos.length === 0 && !isMentioned && !isPublic) return undefined;
  return {
    platform: 'discord',
    isPublic,
    ...placeOf(message.guildId, message.channelId),
    isToBot: !isPublic || isMentioned,
    ...(isPublic ? authorOf(message) : {}),
    text: text === '' ? undefined : text,
    photos,
  };
}

/** A slash command. Its answer is shown to the person alone, so it counts as private wherever it is given. */
export function readCommand(interaction: ChatInputCommandInteraction, read: ReadAttachment): IncomingMessage {
  const { commandName, options, locale, guildId, channelId } = interaction;
  const isSettings = commandName === MODERATOR_COMMAND.name;
  const kind = commandName === 'check' ? options.getString('as') : null;
  const chosen = KINDS.has(kind) ? (kind as IncomingMessage['judgeAs']) : undefined;
  const photos = PHOTO_OPTIONS.flatMap(({ name, judgeAs }) => {
    const attachment = commandName === 'check' ? options.getAttachment(name) : null;
    return attachment ? [{ ...read(attachment), judgeAs: chosen ?? judgeAs }] : [];
  });
  const single = ['copy', 'name', MODERATOR_COMMAND.name].includes(commandName) ? options.getAttachment('photo') : null;
  if (single) photos.push({ ...read(single), judgeAs: commandName === 'name' ? 'document' : undefined });
  const words = commandName === 'ask' ? options.getString('question') : null;
  const isAnswer = commandName === ANSWER_COMMAND.name;
  const typed =
    commandName === 'decode' || isSettings ? options.getString('message') : isAnswer ? options.getString('name') : null;
  const question = words ?? typed ?? undefined;
  // A suggestion that was taken comes back as the action of its topic.
  const isSuggestion = question?.startsWith('topic:') ?? false;
  return {
    ...TO_BOT,
    text: isSuggestion ? undefined : question,
    pressed: isSuggestion ? question : ALL_COMMANDS.find(({ name }) => name === commandName)?.action,
    ...placeOf(guildId, channelId),
    moderatorRole: isAnswer ? answererRole(interaction) : roleOf(interaction, isSettings),
    about: isAnswer ? options.getUser('to')?.id : undefined,
    photos,
    details: commandName === 'name' ? detailsOf(options) : undefined,
    languageHint: locale,
  };
}

/** What was typed of the account; a date that is none counts as left out. */
function detailsOf(options: ChatInputCommandInteraction['options']): IncomingMessage['details'] {
  const name = options.getString('name') ?? undefined;
  const born = options.getString('born') ?? undefined;
  return { name, birthDate: born !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(born) ? born : undefined };
}

/** "Look at this message" from the menu of a message of one's own. */
export function readMessageCommand(
  { targetMessage, locale, guildId, channelId }: MessageContextMenuCommandInteraction,
  read: ReadAttachment,
): IncomingMessage {
  return {
    ...TO_BOT,
    ...placeOf(guildId, channelId),
    photos: [...targetMessage.attachments.values()].map((attachment) => read(attachment, targetMessage)),
    languageHint: locale,
  };
}

/** The entry of a menu that was chosen. */
export function readMenu(interaction: StringSelectMenuInteraction): IncomingMessage {
  const { values, locale, guildId, channelId } = interaction;
  const [pressed] = values;
  const moderatorRole = roleOf(interaction, isModeration(pressed));
  return { ...TO_BOT, ...placeOf(guildId, channelId), moderatorRole, pressed, photos: [], languageHint: locale };
}

/** The words that a button has asked for. */
export function readWords(interaction: ModalSubmitInteraction): IncomingMessage {
  const { fields, customId, locale, guildId, channelId } = interaction;
  return {
    ...TO_BOT,
    ...(channelId === null ? {} : placeOf(guildId, channelId)),
    moderatorRole: roleOf(interaction, isModeration(customId)),
    pressed: actionWithWords(customId),
    text: fields.getTextInputValue(WORDS_FIELD).trim() || undefined,
    photos: [],
    languageHint: locale,
  };
}

/** The photos of the form that is open to the person alone. */
export function readUpload({ fields, locale }: ModalSubmitInteraction, read: ReadAttachment): IncomingMessage {
  const uploaded = fields.getUploadedFiles(UPLOAD_FIELD);
  return {
    ...TO_BOT,
    photos: [...(uploaded?.values() ?? [])].map((attachment) => read(attachment)),
    languageHint: locale,
  };
}

/** A pressed button; where the reply answers a message with photos, "I sent something else" has them looked at again. */
export async function readButton(interaction: ButtonInteraction, read: ReadAttachment): Promise<IncomingMessage> {
  const { customId, locale, message, guildId, channelId } = interaction;
  const wantsPhotos =
    wantsPhotoAgain(customId) && message.reference !== null && !message.flags.has(MessageFlags.Ephemeral);
  const answered = wantsPhotos ? await message.fetchReference().catch(() => undefined) : undefined;
  return {
    ...TO_BOT,
    ...placeOf(guildId, channelId),
    moderatorRole: roleOf(interaction, isModeration(customId)),
    pressed: customId,
    photos: [...(answered?.attachments.values() ?? [])].map((attachment) => read(attachment, answered)),
    languageHint: locale,
  };
}

const TO_BOT = { platform: 'discord', isPublic: false, isToBot: true } as const;

function placeOf(guildId: string | null, channelId: string): Pick<IncomingMessage, 'community' | 'channel'> {
  return guildId === null ? {} : { community: `discord:${guildId}`, channel: channelId };
}

/** Discord says itself what somebody may do; it is looked at only when the settings of a server are meant. */
function roleOf(
  { memberPermissions }: Pick<Interaction, 'memberPermissions'>,
  isSettings: boolean,
): string | undefined {
  return isSettings && memberPermissions?.has('ManageGuild') ? 'manager' : undefined;
}

/** Whoever may delete what others write may also say what the community has prepared. */
function answererRole({ memberPermissions }: Pick<Interaction, 'memberPermissions'>): string | undefined {
  return memberPermissions?.any(['ManageMessages', 'ManageGuild']) ? 'moderator' : undefined;
}

/** Who wrote it, as the others see them, and where it stands. */
function authorOf({ member, author, url }: Message): Pick<IncomingMessage, 'author' | 'link'> {
  const isModerator = async () => member?.permissions.any(['ManageMessages', 'ManageGuild', 'Administrator']) ?? false;
  return { author: { displayName: member?.displayName ?? author.displayName, isModerator }, link: url };
}
