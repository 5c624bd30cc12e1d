import type { TelegramApi } from './api.ts';
import type { Place } from './incoming.ts';

/** Telegram shows an action for five seconds. */
const AGAIN_MS = 4500;

/** Shows once that the bot is at work; that it cannot be shown harms nothing. */
export async function showTyping(api: TelegramApi, { chatId, threadId }: Place, isPhoto: boolean): Promise<void> {
  const thread = threadId === undefined ? {} : { message_thread_id: threadId };
  const payload = { chat_id: chatId, action: isPhoto ? 'upload_photo' : 'typing', ...thread };
  await api.send('sendChatAction', payload).catch(() => undefined);
}

/** Shows it until it is stopped. */
export function keepTyping(api: TelegramApi, place: Place, isPhoto: boolean): { stop(): void } {
  const show = () => void showTyping(api, place, isPhoto);
  show();
  const timer = setInterval(show, AGAIN_MS);
  return { stop: () => clearInterval(timer) };
}
