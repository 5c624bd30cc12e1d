import type { Communities, Settings } from '../../community/index.ts';
import type { IncomingMessage, Paragraph, Reply } from '../../platform.ts';
import type { Translate } from '../../reply/i18n.ts';
import type { ConversationParts } from '../parts.ts';

/** What a moderator wants, with the right to it. */
export interface Request {
  readonly parts: ConversationParts;
  readonly message: IncomingMessage;
  readonly t: Translate;
  readonly language: string;
  readonly communities: Communities;
  readonly community: string;
  /** What holds there. */
  readonly settings: Settings;
  readonly role: string;
  /** The words after the verb. */
  readonly rest: string;
}

/** Does what a moderator asked for. Rejects with a SettingError when the words cannot be used. */
export type Verb = (request: Request) => Promise<Reply>;

/** One paragraph in a plain tone. */
export function said(language: string, text: string): Reply {
  return { tone: 'plain', language, paragraphs: [{ kind: 'text', text }], buttons: [] };
}

/** A headline with lines below. */
export function titled(language: string, title: string, lines: readonly string[]): Reply {
  const paragraphs: Paragraph[] = [{ kind: 'headline', text: title }];
  if (lines.length > 0) paragraphs.push({ kind: 'text', text: lines.join('\n') });
  return { tone: 'plain', language, paragraphs, buttons: [] };
}
