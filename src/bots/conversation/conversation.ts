import type { IncomingMessage, OnProgress, Reply, Respond } from '../platform.ts';
import { type ButtonAction, readAction } from './button-action.ts';
import { respondToModerator } from './moderators/respond-to-moderator.ts';
import { respondWithCanned } from './moderators/respond-with-canned.ts';
import { tellOfImpostors, warnOfLookalikes } from './moderators/scam-guard.ts';
import type { ConversationParts } from './parts.ts';
import { readerLanguage } from './reader-language.ts';
import { respondInDialogue } from './respond-in-dialogue.ts';
import { respondToButton } from './respond-to-button.ts';
import { respondToPhotos } from './respond-to-photos.ts';
import { respondToText } from './respond-to-text.ts';
import { welcomeReply } from './welcome-reply.ts';

/** The way from a message to its replies, the same on every platform. An empty list: the bot stays silent. */
export function createConversation(everywhere: ConversationParts): Respond {
  return async (message, onProgress) => {
    const parts = await partsIn(everywhere, message);
    const minutesToLive = message.isPublic ? parts.settings?.deleteAfter : undefined;
    const replies = await repliesTo(parts, message, onProgress);
    return minutesToLive ? replies.map((reply) => ({ minutesToLive, ...reply })) : replies;
  };
}

async function repliesTo(
  parts: ConversationParts,
  message: IncomingMessage,
  onProgress: OnProgress | undefined,
): Promise<readonly Reply[]> {
  const language = readerLanguage(parts.translator, message, parts.defaultLanguage);
  const action = message.pressed === undefined ? undefined : readAction(message.pressed);
  if (action?.kind === 'retake') {
    const words = [action.words, message.text ?? ''].join(' ');
    return [await respondToModerator(parts, message, language, words)];
  }
  const flagged = await tellOfImpostors(parts, message);
  return [...(flagged ? [flagged] : []), ...(await repliesToMember(parts, message, language, { action, onProgress }))];
}

async function repliesToMember(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  {
    action,
    onProgress,
  }: {
    readonly action: Exclude<ButtonAction, { readonly kind: 'retake' }> | undefined;
    readonly onProgress: OnProgress | undefined;
  },
): Promise<readonly Reply[]> {
  if (message.photos.length > 0) {
    const judgeAs = action?.kind === 'judge-as' ? action.as : message.judgeAs;
    const wantsCopy = action?.kind === 'copy';
    return respondToPhotos(parts, { ...message, judgeAs }, language, { wantsCopy, onProgress });
  }
  if (action !== undefined) return [await respondToButton(parts, message, language, action)];
  if (message.text?.trim()) return respondToWords(parts, message, language, message.text);
  return message.isToBot ? [welcomeReply(parts.translator.t(language), language)] : [];
}

/** What holds in the community of a message comes before what holds everywhere. */
async function partsIn(parts: ConversationParts, { community }: IncomingMessage): Promise<ConversationParts> {
  if (community === undefined || parts.communities === undefined) return parts;
  const settings = await parts.communities.settingsOf(community);
  return {
    ...parts,
    settings,
    defaultLanguage: parts.translator.closest(settings.language) ?? parts.defaultLanguage,
    defaultProvider: settings.provider ?? parts.defaultProvider,
  };
}

/** Words answer a question of ours when one is open; what is said in public never does. */
async function respondToWords(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  text: string,
): Promise<readonly Reply[]> {
  const warning = await warnOfLookalikes(parts, message, language, text);
  if (warning) return [warning];
  const canned = message.isToBot ? await respondWithCanned(parts, message, language, text) : undefined;
  if (canned) return [canned];
  const answered = message.isPublic ? undefined : await respondInDialogue(parts, message, language, text);
  return answered ? [answered] : respondToText(parts, message, language, text);
}
