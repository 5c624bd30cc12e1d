import { createTranslator } from '../../src/bots/reply/i18n.ts';

/** The real texts. */
export const translator = createTranslator(new URL('../../locales/', import.meta.url));
export const english = translator.t('en');
export const spanish = translator.t('es');
