import type { Message, Update } from 'telegraf/types';

/** What is left of an update when every word and name is taken away: numbers of chat, message and file, enough to answer its photo. */
export type Reference = Pick<Update, 'update_id'>;

/** The update as a reference. */
export function referenceOf(update: Update): Reference {
  const { update_id } = update;
  if ('message' in update) return { update_id, message: bare(update.message) } as Reference;
  if ('callback_query' in update) {
    const { id, from, message } = update.callback_query;
    const answered = message && 'reply_to_message' in message ? message.reply_to_message : undefined;
    const data = 'data' in update.callback_query ? update.callback_query.data : undefined;
    const reply = answered && { reply_to_message: bare(answered as Message) };
    return {
      update_id,
      callback_query: { id, from: person(from), data, message: message && { ...bare(message as Message), ...reply } },
    } as Reference;
  }
  return { update_id };
}

function bare(message: Message): object {
  const { message_id, chat, from } = message;
  return {
    message_id,
    date: 0,
    chat: { id: chat.id, type: chat.type },
    ...(from ? { from: person(from) } : {}),
    ...(message.is_topic_message ? { is_topic_message: true, message_thread_id: message.message_thread_id } : {}),
    ...('media_group_id' in message ? { media_group_id: message.media_group_id } : {}),
    ...('photo' in message ? { photo: message.photo } : {}),
    ...('document' in message && message.document ? { document: file(message.document) } : {}),
  };
}

function person({ id, is_bot, language_code }: NonNullable<Message['from']>): object {
  return { id, is_bot, first_name: '', ...(language_code ? { language_code } : {}) };
}

/** Of the name only its end is kept: it says what kind of file was meant. */
function file({
  file_id,
  file_unique_id,
  file_size,
  file_name = '',
}: {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  file_name?: string;
}): object {
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(file_name)?.[0] ?? '';
  return { file_id, file_unique_id, ...(file_size === undefined ? {} : { file_size }), file_name: `file${extension}` };
}
