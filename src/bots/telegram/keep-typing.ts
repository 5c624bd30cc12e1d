import type { TelegramApi } from './api.ts';
import type { Place } from './incoming.ts';

/** Telegram shows an action for five seconds. */
const AGAIN_MS = 4500;

/** Shows that the bot is at work until it is stopped; that it cannot be shown harms nothing. */
export function keepTyping(api: TelegramApi, { chatId, threadId }: Place, isPhoto: boolean): { stop(): void } {
  const payload = {
    chat_id: chatId,
    action: isPhoto ? 'upload_photo' : 'typing',
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
  };
  const show = () => void api.send('sendChatAction', payload).catch(() => undefined);
  show();
  const timer = setInterval(show, AGAIN_MS);
  return { stop: () => clearInterval(timer) };
}
