import type { Reply } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';

/** What is said in public when a message is removed, or cannot be: nothing of what it showed. */
export function leakReply(t: Translate, language: string): Reply {
  const said = (key: string): Reply => ({
    tone: 'caution',
    language,
    paragraphs: [{ kind: 'text', text: t(key) }],
    buttons: [],
    invitesPrivately: true,
  });
  return { ...said('chat:public.removed'), removes: { orElse: said('chat:public.cannotRemove') } };
}
