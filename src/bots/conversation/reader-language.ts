import type { IncomingMessage } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';

/** What the reader chose, else what the platform says of them, else the operator's default; always one that has texts. */
export function readerLanguage(
  translator: Translator,
  message: Pick<IncomingMessage, 'chosenLanguage' | 'languageHint'>,
  defaultLanguage: string,
): string {
  return (
    translator.closest(message.chosenLanguage) ??
    translator.closest(message.languageHint) ??
    translator.closest(defaultLanguage) ??
    'en'
  );
}
