import type { Message, Update, User, UserFromGetMe } from 'telegraf/types';
import { ALL_COMMANDS, ANSWER_COMMAND } from '../chats/commands.ts';
import { wantsPhotoAgain } from '../chats/photo-actions.ts';
import type { IncomingMessage, IncomingPhoto } from '../platform.ts';

/** Where a reply goes. */
export interface Place {
  readonly chatId: number;
  readonly threadId?: number | undefined;
  /** The message that is answered. */
  readonly messageId: number;
  /** The other messages of its album. */
  readonly otherMessageIds?: readonly number[] | undefined;
}

/** What somebody did on Telegram, and where. */
export interface TelegramEvent {
  readonly place: Place;
  /** One person in one chat. */
  readonly talk: string;
  /** To ask Telegram for the person's rights in a group; for nothing else. */
  readonly personId: number;
  /** Messages of one album share it and come one by one. */
  readonly album?: string | undefined;
  /** The button that was pressed must be told that it was heard. */
  readonly callbackId?: string | undefined;
  readonly message: IncomingMessage;
}

/** What the bot needs to know of itself and to fetch photos with. */
export interface TelegramReader {
  readonly me: Pick<UserFromGetMe, 'id' | 'username'>;
  download(fileId: string): Promise<Uint8Array>;
  /** What somebody is in a group; undefined for those who do not look after it. */
  roleOf(chatId: number, personId: number): Promise<string | undefined>;
}

/** An update as our own event; undefined when it is nothing that a person says to the bot. */
export function readUpdate(update: Update, reader: TelegramReader): TelegramEvent | undefined {
  if ('callback_query' in update) return readButton(update.callback_query, reader);
  if ('message' in update) return readMessage(update.message, reader);
  // People mend a question in a private chat and expect its answer; in groups that would only be noise.
  if ('edited_message' in update && update.edited_message.chat.type === 'private') {
    return readMessage(update.edited_message as Message, reader);
  }
  return undefined;
}

function readMessage(message: Message, reader: TelegramReader): TelegramEvent | undefined {
  const { from, chat } = message;
  if (from === undefined || !isAnswerable(message, from) || from.is_bot || chat.type === 'channel') return undefined;
  const isPublic = chat.type !== 'private';
  const { text, action, isCommand } = readWords(wordsOf(message), reader.me.username);
  const photos = photosOf(message, reader);
  const isEmpty = photos.length === 0 && text === '' && !isCommand;
  // Stickers and voices deserve a word in private; who joins or leaves a group does not.
  if (isEmpty && (isPublic || !isContent(message))) return undefined;
  return {
    place: { chatId: chat.id, threadId: threadOf(message), messageId: message.message_id },
    talk: `${chat.id}:${from.id}`,
    personId: from.id,
    album: 'media_group_id' in message ? message.media_group_id : undefined,
    message: {
      platform: 'telegram',
      isPublic,
      ...groupOf(chat, threadOf(message)),
      isToBot: !isPublic || isCommand || speaksTo(message, reader.me),
      ...(isPublic ? authorOf(message, from, reader) : {}),
      about: action === ANSWER_COMMAND.action ? answeredMessage(message) : undefined,
      text: text === '' ? undefined : text,
      pressed: action,
      photos,
      languageHint: from.language_code,
    },
  };
}

function readButton(
  query: Extract<Update, { callback_query: unknown }>['callback_query'],
  reader: TelegramReader,
): TelegramEvent | undefined {
  const { message, from } = query;
  const pressed = 'data' in query ? query.data : undefined;
  if (message === undefined || pressed === undefined || !isAnswerable(message, from)) return undefined;
  const answered = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return {
    place: { chatId: message.chat.id, threadId: threadOf(message as Message), messageId: message.message_id },
    talk: `${message.chat.id}:${from.id}`,
    personId: from.id,
    callbackId: query.id,
    message: {
      platform: 'telegram',
      isPublic: message.chat.type !== 'private',
      ...groupOf(message.chat, threadOf(message as Message)),
      isToBot: true,
      pressed,
      photos: wantsPhotoAgain(pressed) && answered !== undefined ? photosOf(answered as Message, reader) : [],
      languageHint: from.language_code,
    },
  };
}

/** Without these numbers nothing can be said to it; Telegram always sends them. */
function isAnswerable({ message_id: id, chat }: Pick<Message, 'message_id' | 'chat'>, from: User): boolean {
  return [id, chat?.id, from?.id].every((number) => Number.isSafeInteger(number));
}

/** A group is a community; its topics are its channels, and it is one itself. */
function groupOf(chat: Message['chat'], threadId: number | undefined): Pick<IncomingMessage, 'community' | 'channel'> {
  if (chat.type === 'private') return {};
  return { community: `telegram:${chat.id}`, channel: String(threadId ?? chat.id) };
}

/** Who wrote it, as the others see them, and where it stands. */
function authorOf(
  { chat, message_id: messageId }: Message,
  { id, first_name: first, last_name: last = '' }: User,
  reader: TelegramReader,
): Pick<IncomingMessage, 'author' | 'link'> {
  const isModerator = async () => (await reader.roleOf(chat.id, id)) !== undefined;
  const name = 'username' in chat && chat.username ? chat.username : `c/${String(chat.id).replace(/^-100/, '')}`;
  return { author: { displayName: `${first} ${last}`.trim(), isModerator }, link: `https://t.me/${name}/${messageId}` };
}

/** The message that this one replies to, unless it merely stands in the same topic. */
function answeredMessage(message: Message): string | undefined {
  const answered = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return answered === undefined || 'forum_topic_created' in answered ? undefined : String(answered.message_id);
}

function wordsOf(message: Message): string {
  if ('text' in message) return message.text;
  return 'caption' in message ? (message.caption ?? '') : '';
}

/** Words without the command and without the bot's name. */
function readWords(
  words: string,
  botName: string,
): { readonly text: string; readonly action: string | undefined; readonly isCommand: boolean } {
  const match = /^\/([a-z]{1,32})(?:@(\w+))?(?:\s+|$)/i.exec(words);
  const isOurs = match !== null && (match[2] === undefined || match[2].toLowerCase() === botName.toLowerCase());
  const plain = (isOurs ? words.slice(match[0].length) : words)
    .replaceAll(new RegExp(`@${botName}\\b`, 'gi'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!isOurs) return { text: plain, action: undefined, isCommand: false };
  const name = match[1]!.toLowerCase();
  // What follows /start comes from a link, not from the person.
  if (name === 'start') return { text: '', action: undefined, isCommand: true };
  return {
    text: plain,
    action: ALL_COMMANDS.find((command) => command.name === name)?.action,
    isCommand: true,
  };
}

function speaksTo(message: Message, { id, username }: TelegramReader['me']): boolean {
  if ('reply_to_message' in message && message.reply_to_message?.from?.id === id) return true;
  return new RegExp(`@${username}\\b`, 'i').test(wordsOf(message));
}

function threadOf(message: Message): number | undefined {
  const { is_topic_message: isInTopic, message_thread_id: id } = message;
  return isInTopic === true && Number.isSafeInteger(id) ? id : undefined;
}

function isContent(message: Message): boolean {
  return ['text', 'sticker', 'voice', 'video', 'video_note', 'audio', 'animation', 'location', 'contact'].some(
    (kind) => kind in message,
  );
}

function photosOf(message: Message, { download }: TelegramReader): readonly IncomingPhoto[] {
  const photo = (
    { file_id: id, file_size: sizeBytes }: { file_id: string; file_size?: number },
    declaredName: string | undefined,
  ): readonly IncomingPhoto[] =>
    // Nothing can be asked for without it.
    typeof id === 'string' ? [{ sizeBytes, declaredName, download: () => download(id) }] : [];
  if ('photo' in message) {
    const largest = message.photo.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
    return photo(largest, 'photo.jpg');
  }
  if ('document' in message && message.document !== undefined)
    return photo(message.document, message.document.file_name);
  return [];
}
