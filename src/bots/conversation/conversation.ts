import type { Respond } from '../platform.ts';
import { readAction } from './button-action.ts';
import type { ConversationParts } from './parts.ts';
import { readerLanguage } from './reader-language.ts';
import { respondToButton } from './respond-to-button.ts';
import { respondToPhotos } from './respond-to-photos.ts';
import { respondToText } from './respond-to-text.ts';
import { welcomeReply } from './welcome-reply.ts';

/** The way from a message to its replies, the same on every platform. An empty list: the bot stays silent. */
export function createConversation(parts: ConversationParts): Respond {
  return async (message, onProgress) => {
    const language = readerLanguage(parts.translator, message, parts.defaultLanguage);
    const action = message.pressed === undefined ? undefined : readAction(message.pressed);
    if (message.photos.length > 0) {
      const judgeAs = action?.kind === 'judge-as' ? action.as : message.judgeAs;
      return respondToPhotos(parts, { ...message, judgeAs }, language, onProgress);
    }
    if (action !== undefined) return [respondToButton(parts, message, language, action)];
    if (message.text?.trim()) return respondToText(parts, message, language, message.text);
    return message.isToBot ? [welcomeReply(parts.translator.t(language), language)] : [];
  };
}
