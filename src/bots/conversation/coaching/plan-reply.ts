import type { Phone } from '../../../analysis/index.ts';
import type { Reply } from '../../platform.ts';
import { findingText } from '../../reply/finding-text.ts';
import type { Translate } from '../../reply/i18n.ts';
import { topicButtons } from '../question-reply.ts';
import type { PhotoRecord } from './photo-record.ts';

/** More steps than these nobody follows. */
const MAX_STEPS = 5;

/** The steps for the next photo, numbered, in plain sentences that a screen reader can read out. */
export function planReply(t: Translate, language: string, record: PhotoRecord | undefined): Reply {
  const paragraph = (text: string) => ({ kind: 'text', text }) as const;
  if (record === undefined) {
    const buttons = topicButtons(t, ['photo_tips', 'selfie_rules']);
    return { tone: 'plain', language, paragraphs: [paragraph(t('chat:plan.nothing'))], buttons };
  }
  const steps = stepsFor(t, record);
  if (steps.length === 0) {
    return { tone: 'good', language, paragraphs: [paragraph(t('chat:plan.done'))], buttons: [] };
  }
  return {
    tone: 'plain',
    language,
    paragraphs: [
      { kind: 'headline', text: t('chat:plan.title') },
      ...steps.map((step, i) => paragraph(`${i + 1}. ${step}`)),
    ],
    buttons: topicButtons(t, [record.as === 'document' ? 'photo_tips' : 'selfie_rules']),
  };
}

function stepsFor(t: Translate, { findings, phone, as }: PhotoRecord): readonly string[] {
  const faults = findings.filter(({ severity }) => severity !== 'note');
  if (faults.length === 0) return [];
  const camera = as === 'document' ? cameraStep(t, phone) : [];
  const room = MAX_STEPS - camera.length - 1;
  const steps = [...new Set(faults.map((finding) => findingText(t, finding).do))].slice(0, room);
  return [...steps, ...camera, t('chat:plan.check')];
}

function cameraStep(t: Translate, phone: Phone | undefined): readonly string[] {
  return phone === undefined ? [] : [t(`chat:plan.${phone}`)];
}
