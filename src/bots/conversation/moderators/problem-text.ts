import type { SettingError } from '../../community/index.ts';
import type { Translate } from '../../reply/i18n.ts';
import { TYPED_NAMES } from './setting-verbs.ts';

/** What must be different for a setting to be taken. */
export function problemText(t: Translate, { expected, line }: SettingError): string {
  const words = t(`chat:moderators.expected.${expected}`, { defaultValue: expected, names: TYPED_NAMES });
  return line === undefined
    ? t('chat:moderators.problem', { expected: words })
    : t('chat:moderators.problemInLine', { line, expected: words });
}
