import {
  type AccountDetails,
  AnalyserBusyError,
  type PhotoAnalyser,
  type PhotoKind,
  type PhotoSubmission,
  type Report,
  type RequestedKind,
} from '../../analysis/index.ts';
import type { Button, IncomingPhoto, Reply, ReplyPicture } from '../platform.ts';
import { findingVariant } from '../reply/finding-text.ts';
import type { Translate } from '../reply/i18n.ts';
import { pictureLabels } from '../reply/picture-labels.ts';
import { reportParagraphs, VERDICT_TONES } from '../reply/report-text.ts';
import { writeAction } from './button-action.ts';
import { topicButtons } from './question-reply.ts';
import { declaredExtension, receivePhoto } from './receive-photo.ts';
import { UserFacingError } from './user-facing-error.ts';

/** What judging a photo needs. */
export interface PhotoReplyParts {
  readonly analyser: Pick<PhotoAnalyser, 'analyse' | 'drawPicture'>;
  readonly t: Translate;
  readonly language: string;
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly today: string;
  readonly judgeAs: RequestedKind;
  readonly details?: AccountDetails | undefined;
}

/** The reply, and what a log may want to know of it. */
export interface PhotoOutcome {
  readonly reply: Reply;
  readonly report: Report;
  /** Why the reply has no picture although there was something to show. */
  readonly drawingError: unknown;
}

const KINDS: readonly PhotoKind[] = ['document', 'selfie', 'selfie-with-document'];

/**
 * Judges one photo and says what came out. The bytes live only inside this call.
 * Throws a UserFacingError when the photo did not come, is too large or takes too long; any other Error when the work was lost.
 */
export async function photoReply(
  photo: IncomingPhoto,
  { analyser, t, language, today, judgeAs, details }: PhotoReplyParts,
): Promise<PhotoOutcome> {
  const bytes = await receivePhoto(photo);
  const report = await judged(analyser, {
    bytes,
    as: judgeAs,
    today,
    details,
    declaredExtension: declaredExtension(photo.declaredName),
  });
  const labels = pictureLabels(t, language, report);
  const { jpeg, drawingError } = await drawnPicture(analyser, { bytes, report, labels });
  return {
    report,
    drawingError,
    reply: {
      tone: VERDICT_TONES[report.verdict],
      language,
      paragraphs: [...reportParagraphs(t, report), { kind: 'note', text: t(`chat:report.judgedAs.${report.as}`) }],
      buttons: photoButtons(t, report),
      picture: replyPicture(t, report, jpeg),
    },
  };
}

/** The analyser gives a photo up after its own time limit, and takes no more than so many at once. */
async function judged(analyser: Pick<PhotoAnalyser, 'analyse'>, submission: PhotoSubmission): Promise<Report> {
  try {
    return await analyser.analyse(submission);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError')
      throw new UserFacingError('took-too-long', {}, { cause });
    if (cause instanceof AnalyserBusyError) throw new UserFacingError('busy', {}, { cause });
    throw cause;
  }
}

/** The words matter more than the picture: when it cannot be drawn, the reply goes out without it. */
async function drawnPicture(
  analyser: Pick<PhotoAnalyser, 'drawPicture'>,
  request: Parameters<PhotoAnalyser['drawPicture']>[0],
): Promise<{ readonly jpeg?: Uint8Array | undefined; readonly drawingError?: unknown }> {
  try {
    return { jpeg: await analyser.drawPicture(request) };
  } catch (drawingError) {
    return { drawingError };
  }
}

/** Why, how to do better, what else it may be, and whether this helped. */
function photoButtons(t: Translate, { as, findings }: Report): readonly Button[] {
  const [first] = findings;
  const why = first && ({ kind: 'why', code: first.code, variant: findingVariant(first.values) } as const);
  return [
    ...(why ? [{ label: t('chat:buttons.why'), action: writeAction(why) }] : []),
    ...topicButtons(t, [as === 'document' ? 'photo_tips' : 'selfie_rules']),
    ...otherKinds(t, as),
    { label: t('chat:buttons.helpful'), action: writeAction({ kind: 'helpful', isHelpful: true }) },
    { label: t('chat:buttons.notHelpful'), action: writeAction({ kind: 'helpful', isHelpful: false }) },
  ];
}

function otherKinds(t: Translate, judged: PhotoKind): readonly Button[] {
  return KINDS.filter((kind) => kind !== judged).map((as) => ({
    label: t(`chat:kinds.${as}`),
    action: writeAction({ kind: 'judge-as', as }),
  }));
}

function replyPicture(t: Translate, report: Report, jpeg: Uint8Array | undefined): ReplyPicture | undefined {
  if (jpeg === undefined) return undefined;
  const hasMarks = report.findings.some(({ areas }) => areas.length > 0);
  return { jpeg, altText: t(`chat:report.pictureAlt.${hasMarks ? 'marked' : 'none'}`) };
}
