import type { Reply } from '../platform.ts';
import type { Translator } from '../reply/i18n.ts';
import { languageName } from '../reply/language-name.ts';
import { writeAction } from './button-action.ts';

/** The languages to choose from, each in its own words. */
export function languagesReply(translator: Translator, language: string): Reply {
  return {
    tone: 'plain',
    language,
    paragraphs: [{ kind: 'headline', text: translator.t(language)('chat:web.language') }],
    buttons: translator.languages.map((tag) => ({
      label: languageName(tag),
      action: writeAction({ kind: 'language', language: tag }),
    })),
  };
}
