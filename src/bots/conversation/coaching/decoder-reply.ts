import type { Decoded, DecodedMessage } from '../../../faq/index.ts';
import type { Paragraph, Reply } from '../../platform.ts';
import type { Translate } from '../../reply/i18n.ts';
import { topicButtons } from '../question-reply.ts';

/** What a pasted rejection means and what to do about it; or that its code is not known. */
export function decoderReply(t: Translate, language: string, { meanings }: DecodedMessage): Reply {
  if (meanings.length === 0) {
    const paragraphs = [{ kind: 'text', text: t('chat:decoder.unknown') }] as const;
    return { tone: 'plain', language, paragraphs, buttons: topicButtons(t, ['contact_support', 'rejected_what_next']) };
  }
  return {
    tone: 'plain',
    language,
    paragraphs: meanings.flatMap((meaning) => paragraphsOf(t, meaning)),
    buttons: topicButtons(t, ['rejected_what_next', 'photo_tips', 'contact_support']),
  };
}

/** Asks for the message. */
export function decoderInvitation(t: Translate, language: string): Reply {
  return { tone: 'plain', language, paragraphs: [{ kind: 'text', text: t('chat:decoder.invite') }], buttons: [] };
}

function paragraphsOf(t: Translate, { cause, provider, code }: Decoded): readonly Paragraph[] {
  // A fault of the photo has its advice; the rest has words of its own.
  const path =
    t(`advice:${cause}.name`, { defaultValue: '' }) === '' ? `chat:decoder.causes.${cause}` : `advice:${cause}`;
  return [
    ...(code === undefined ? [] : [{ kind: 'headline', text: t('chat:decoder.known', { provider, code }) } as const]),
    { kind: 'text', text: `${t(`${path}.why`)} ${t(`${path}.do`)}` },
  ];
}
