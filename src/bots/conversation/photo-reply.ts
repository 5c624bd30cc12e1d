import {
  type AccountDetails,
  AnalyserBusyError,
  type PhotoAnalyser,
  type PhotoKind,
  type PhotoSubmission,
  type Report,
  type RequestedKind,
} from '../../analysis/index.ts';
import type { Button, IncomingPhoto, Paragraph, Reply, ReplyPicture } from '../platform.ts';
import { findingVariant } from '../reply/finding-text.ts';
import type { Translate } from '../reply/i18n.ts';
import { pictureLabels } from '../reply/picture-labels.ts';
import { reportParagraphs, VERDICT_TONES } from '../reply/report-text.ts';
import { writeAction } from './button-action.ts';
import { attemptParagraph } from './coaching/attempt-text.ts';
import { type Comparison, compareAttempts } from './coaching/attempts.ts';
import { comparisonNotes } from './coaching/name-dialogue.ts';
import { type PhotoPart, type PhotoRecord, recordOf } from './coaching/photo-record.ts';
import { providerNotes } from './coaching/provider-text.ts';
import { softened } from './coaching/soften.ts';
import { topicButtons } from './question-reply.ts';
import { declaredExtension, receivePhoto } from './receive-photo.ts';
import { UserFacingError } from './user-facing-error.ts';
import { voteButtons } from './vote-buttons.ts';

/** What judging a photo needs. */
export interface PhotoReplyParts {
  readonly analyser: Pick<PhotoAnalyser, 'analyse' | 'drawPicture'>;
  readonly t: Translate;
  readonly language: string;
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly today: string;
  readonly judgeAs: RequestedKind;
  readonly details?: AccountDetails | undefined;
  /** The details were typed to be compared with this very photo: what came of it is told. */
  readonly isComparison?: boolean | undefined;
  /** Whose limits to judge by; undefined: the general ones. */
  readonly provider?: string | undefined;
  /** The photos that the person has sent before, of each part the last. */
  readonly before?: Readonly<Partial<Record<PhotoPart, PhotoRecord>>> | undefined;
}

/** The reply, and what a log may want to know of it. */
export interface PhotoOutcome {
  readonly reply: Reply;
  readonly report: Report;
  /** What may be remembered of it. */
  readonly record: PhotoRecord;
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
  { analyser, t, language, today, judgeAs, details, isComparison, provider, before = {} }: PhotoReplyParts,
): Promise<PhotoOutcome> {
  const bytes = await receivePhoto(photo);
  const strict = await judged(analyser, {
    bytes,
    as: judgeAs,
    today,
    details,
    provider,
    declaredExtension: declaredExtension(photo.declaredName),
  });
  const { part, tries } = recordOf(strict, before);
  const report = softened(strict, tries);
  const record = recordOf(report, before);
  const progress = compareAttempts(before[part], record);
  const labels = pictureLabels(t, language, report);
  const { jpeg, drawingError } = await drawnPicture(analyser, { bytes, report, labels });
  return {
    report,
    record,
    drawingError,
    reply: {
      tone: VERDICT_TONES[report.verdict],
      language,
      paragraphs: [
        ...withProgress(t, reportParagraphs(t, report), progress),
        ...(report === strict ? [] : [{ kind: 'note', text: t('chat:attempts.softened') } as const]),
        ...(isComparison ? comparisonNotes(t, report) : []),
        ...providerNotes(t, report),
        { kind: 'note', text: t(`chat:report.judgedAs.${report.as}`) },
      ],
      buttons: photoButtons(t, report, hasOthers(before, part)),
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

/** What got better stands right below the verdict. */
function withProgress(t: Translate, paragraphs: readonly Paragraph[], progress: Comparison | undefined): Paragraph[] {
  const [headline, ...rest] = paragraphs;
  return progress && headline ? [headline, attemptParagraph(t, progress), ...rest] : [...paragraphs];
}

function hasOthers(before: Readonly<Partial<Record<PhotoPart, PhotoRecord>>>, part: PhotoPart): boolean {
  return Object.keys(before).some((other) => other !== part);
}

/** Why, how to do better, a copy, all photos together, what else it may be, and whether this helped. */
function photoButtons(t: Translate, { as, findings }: Report, isOneOfSeveral: boolean): readonly Button[] {
  const [first] = findings;
  const why = first && ({ kind: 'why', code: first.code, variant: findingVariant(first.values) } as const);
  return [
    ...(why ? [{ label: t('chat:buttons.why'), action: writeAction(why) }] : []),
    ...(why ? [{ label: t('chat:buttons.plan'), action: writeAction({ kind: 'plan' }) }] : []),
    ...topicButtons(t, [as === 'document' ? 'photo_tips' : 'selfie_rules']),
    { label: t('chat:buttons.copy'), action: writeAction({ kind: 'copy' }) },
    ...(isOneOfSeveral ? [{ label: t('chat:buttons.card'), action: writeAction({ kind: 'card' }) }] : []),
    ...otherKinds(t, as),
    ...voteButtons(t),
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
