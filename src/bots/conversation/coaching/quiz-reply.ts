import type { PhotoKind } from '../../../analysis/index.ts';
import type { Button, Paragraph, Reply } from '../../platform.ts';
import { findingText } from '../../reply/finding-text.ts';
import type { Translate } from '../../reply/i18n.ts';
import { type QuizAnswer, writeAction } from '../button-action.ts';

/** What is asked about each kind of photo, in the order in which faults get photos rejected; codes of findings. */
const QUESTIONS: Readonly<Record<PhotoKind, readonly string[]>> = {
  document: ['cropped', 'blur', 'glare', 'uneven-light', 'occluded', 'photocopy', 'expired', 'tilted'],
  selfie: ['not-frontal', 'face-covered', 'too-dark', 'face-cropped', 'multiple-faces'],
  'selfie-with-document': [
    'no-document-in-selfie',
    'face-covered',
    'too-dark',
    'blur',
    'glare',
    'occluded',
    'multiple-faces',
  ],
};
const KINDS = Object.keys(QUESTIONS) as PhotoKind[];

/**
 * A check without a photo: question by question, each answered by a button that carries all answers so far, so that nothing has to be
 * remembered. The last answer brings the result.
 */
export function quizReply(
  t: Translate,
  language: string,
  kind: PhotoKind | undefined,
  answers: readonly QuizAnswer[],
): Reply {
  if (kind === undefined) return invitation(t, language);
  const asked = QUESTIONS[kind];
  const code = asked[answers.length];
  if (code === undefined) return result(t, language, kind, answers);
  const button = (label: string, answer: QuizAnswer): Button => ({
    label,
    action: writeAction({ kind: 'quiz', of: kind, answers: [...answers, answer] }),
  });
  return {
    tone: 'plain',
    language,
    paragraphs: [
      { kind: 'note', text: t('chat:quiz.question', { number: answers.length + 1, total: asked.length }) },
      { kind: 'headline', text: t(`chat:quiz.ask.${code}`) },
    ],
    buttons: [
      button(t('chat:buttons.yes'), 'yes'),
      button(t('chat:buttons.no'), 'no'),
      button(t('chat:buttons.notSure'), 'unsure'),
      { label: t('chat:buttons.stop'), action: writeAction({ kind: 'stop' }) },
    ],
  };
}

function invitation(t: Translate, language: string): Reply {
  return {
    tone: 'plain',
    language,
    paragraphs: [
      { kind: 'text', text: t('chat:quiz.intro') },
      { kind: 'headline', text: t('chat:quiz.which') },
    ],
    buttons: KINDS.map((of) => ({
      label: t(`chat:kinds.${of}`),
      action: writeAction({ kind: 'quiz', of, answers: [] }),
    })),
  };
}

function result(t: Translate, language: string, kind: PhotoKind, answers: readonly QuizAnswer[]): Reply {
  const faults = QUESTIONS[kind].filter((_, i) => answers[i] !== 'yes');
  if (faults.length === 0) {
    const paragraphs = [
      { kind: 'headline', text: t('chat:quiz.good') },
      { kind: 'note', text: t('chat:report.noGuarantee') },
    ] as const;
    return { tone: 'good', language, paragraphs, buttons: [] };
  }
  const items = faults.map((code, i): Paragraph => {
    const { name, do: step } = findingText(t, { code, values: {} });
    const isSure = answers[QUESTIONS[kind].indexOf(code)] === 'no';
    return {
      kind: 'item',
      number: i + 1,
      tone: isSure ? 'bad' : 'caution',
      title: name,
      measured: undefined,
      text: step,
    };
  });
  return {
    tone: 'caution',
    language,
    paragraphs: [{ kind: 'headline', text: t('chat:quiz.bad') }, ...items],
    buttons: [],
  };
}
