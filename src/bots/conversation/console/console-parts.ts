import type { Access, Communities } from '../../community/index.ts';
import type { ConversationParts } from '../parts.ts';

/** What the console needs. */
export interface ConsoleParts extends Pick<ConversationParts, 'analyser' | 'faq' | 'translator' | 'log'> {
  readonly communities: Communities;
  readonly access: Access;
}
