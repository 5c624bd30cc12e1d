import type { Button } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';
import { writeAction } from './button-action.ts';

/** Whether it helped, to press. */
export function voteButtons(t: Translate): readonly Button[] {
  return [
    { label: t('chat:buttons.helpful'), action: writeAction({ kind: 'helpful', isHelpful: true }) },
    { label: t('chat:buttons.notHelpful'), action: writeAction({ kind: 'helpful', isHelpful: false }) },
  ];
}
