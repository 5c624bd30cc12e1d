import type { Reply } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';
import { topicButtons } from './question-reply.ts';

/** Why a finding gets photos rejected and how to mend it; undefined when there is no such finding. */
export function whyReply(t: Translate, language: string, code: string, variant: string | undefined): Reply | undefined {
  const text = (part: 'name' | 'why' | 'do') => t(`advice:${code}.${part}`, { context: variant, defaultValue: '' });
  if (text('name') === '') return undefined;
  return {
    tone: 'plain',
    language,
    paragraphs: [
      { kind: 'headline', text: text('name') },
      { kind: 'text', text: text('why') },
      { kind: 'text', text: text('do') },
    ],
    buttons: topicButtons(t, ['photo_tips', 'rejected_what_next']),
  };
}
