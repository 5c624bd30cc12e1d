import type { Reply } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';
import { UserFacingError } from './user-facing-error.ts';

/** What to say when something failed: the person's part when there is one, else that it is on our side (`fallbackCode`). */
export function errorReply(
  t: Translate,
  language: string,
  error: unknown,
  fallbackCode: 'lost' | 'lost-question',
): Reply {
  const text =
    error instanceof UserFacingError ? t(`chat:errors.${error.code}`, error.values) : t(`chat:errors.${fallbackCode}`);
  return { tone: 'bad', language, paragraphs: [{ kind: 'text', text }], buttons: [] };
}
