import type { IncomingMessage, IncomingPhoto, OnProgress, Reply } from '../platform.ts';
import { MAX_PHOTOS_PER_MESSAGE } from '../privacy.ts';
import { answerQuestion } from './answer-question.ts';
import { errorReply } from './error-reply.ts';
import type { ConversationParts } from './parts.ts';
import { photoReply } from './photo-reply.ts';
import { tellProgress } from './tell-progress.ts';
import { UserFacingError } from './user-facing-error.ts';

/** One reply per photo, in their order; in public only the way to a private talk. */
export async function respondToPhotos(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  onProgress?: OnProgress,
): Promise<Reply[]> {
  const t = parts.translator.t(language);
  // In public nothing may be said of what a photo shows, so it is not even fetched; nor is a word said unasked.
  if (message.isPublic) {
    const paragraphs = [{ kind: 'text', text: t('chat:public.photo') }] as const;
    return message.isToBot ? [{ tone: 'caution', language, paragraphs, buttons: [], invitesPrivately: true }] : [];
  }
  const replies: Reply[] = [];
  for (const photo of message.photos.slice(0, MAX_PHOTOS_PER_MESSAGE)) {
    replies.push(await respondToPhoto(parts, message, language, photo, onProgress));
  }
  if (message.photos.length > MAX_PHOTOS_PER_MESSAGE) {
    const tooMany = new UserFacingError('too-many-photos', { max: MAX_PHOTOS_PER_MESSAGE });
    replies.push(errorReply(t, language, tooMany, 'lost'));
  }
  // A question in the caption deserves its answer too; a caption that is none needs no remark.
  if (message.text?.trim()) {
    const { answer, reply } = answerQuestion(parts, message, language, message.text);
    if (answer.decision === 'answer' || answer.decision === 'refuse') replies.push(reply);
  }
  return replies;
}

async function respondToPhoto(
  parts: ConversationParts,
  { platform, judgeAs = 'auto', details }: IncomingMessage,
  language: string,
  photo: IncomingPhoto,
  onProgress: OnProgress | undefined,
): Promise<Reply> {
  const startedMs = performance.now();
  const t = parts.translator.t(language);
  try {
    const { reply, report, drawingError } = await tellProgress({ t, onProgress, before: parts.analyser.waiting }, () =>
      photoReply(photo, {
        analyser: parts.analyser,
        t,
        language,
        today: parts.today(),
        judgeAs: photo.judgeAs ?? judgeAs,
        details,
      }),
    );
    const durationMs = performance.now() - startedMs;
    const codes = report.findings.map(({ code }) => code);
    parts.log.info({ event: 'photo', platform, locale: language, verdict: report.verdict, codes, durationMs });
    if (drawingError !== undefined) parts.log.error({ event: 'picture-failed', platform, error: drawingError });
    return reply;
  } catch (error) {
    const durationMs = performance.now() - startedMs;
    parts.log.error({ event: 'photo-failed', platform, locale: language, durationMs, error });
    return errorReply(t, language, error, 'lost');
  }
}
