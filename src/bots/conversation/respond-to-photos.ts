import { type AccountDetails, showsIdentityDocument } from '../../analysis/index.ts';
import type { IncomingMessage, IncomingPhoto, OnProgress, Reply } from '../platform.ts';
import { MAX_PHOTOS_PER_MESSAGE } from '../privacy.ts';
import { answerQuestion } from './answer-question.ts';
import { cardReply } from './coaching/card-reply.ts';
import { copyReply } from './coaching/copy-reply.ts';
import type { PhotoRecord } from './coaching/photo-record.ts';
import { errorReply } from './error-reply.ts';
import { leakReply } from './leak-reply.ts';
import type { ConversationParts } from './parts.ts';
import { photoReply } from './photo-reply.ts';
import { receivePhoto } from './receive-photo.ts';
import { tellProgress } from './tell-progress.ts';
import { UserFacingError } from './user-facing-error.ts';

/** What is wanted of the photos beside a judgement, and who hears how it goes. */
export interface PhotoWishes {
  readonly wantsCopy: boolean;
  readonly onProgress: OnProgress | undefined;
}

/** One reply per photo, in their order, and for an album a card of all; in public only the way to a private talk. */
export async function respondToPhotos(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  { wantsCopy, onProgress }: PhotoWishes,
): Promise<Reply[]> {
  const t = parts.translator.t(language);
  if (message.isPublic) return respondInPublic(parts, message, language);
  const { memory } = parts;
  const { expects, details: typed } = await memory.recall(message.talk);
  const isForCopy = wantsCopy || expects === 'copy';
  const details = message.details ?? (expects === 'comparison' ? typed : undefined);
  const isComparison = details?.name !== undefined || details?.birthDate !== undefined;
  if (expects !== undefined) await memory.remember(message.talk, { expects: undefined, details: undefined });
  const replies: Reply[] = [];
  const together: PhotoRecord[] = [];
  for (const photo of message.photos.slice(0, MAX_PHOTOS_PER_MESSAGE)) {
    if (isForCopy) replies.push(await copyOfPhoto(parts, message, language, photo, onProgress));
    else {
      const order = { details, isComparison, onProgress };
      const { reply, record } = await respondToPhoto(parts, message, language, photo, order);
      replies.push(reply);
      if (record) together.push(record);
    }
  }
  if (together.length > 1) {
    const photos =
      (await memory.recall(message.talk)).photos ?? Object.fromEntries(together.map((one) => [one.part, one]));
    replies.push(await cardReply(t, language, photos, together, parts.analyser));
  }
  if (message.photos.length > MAX_PHOTOS_PER_MESSAGE) {
    const tooMany = new UserFacingError('too-many-photos', { max: MAX_PHOTOS_PER_MESSAGE });
    replies.push(errorReply(t, language, tooMany, 'lost'));
  }
  // A question in the caption deserves its answer too; a caption that is none needs no remark.
  if (message.text?.trim() && message.pressed === undefined) {
    const { answer, reply } = answerQuestion(parts, message, language, message.text);
    if (answer.decision === 'answer' || answer.decision === 'refuse') replies.push(reply);
  }
  return replies;
}

/**
 * In public nothing may be said of what a photo shows, so without a leak guard it is not even fetched; nor is a word said unasked. With one, a
 * photo that surely shows an identity document is removed.
 */
async function respondInPublic(parts: ConversationParts, message: IncomingMessage, language: string): Promise<Reply[]> {
  const t = parts.translator.t(language);
  if (await isLeak(parts, message)) return [leakReply(t, language)];
  const paragraphs = [{ kind: 'text', text: t('chat:public.photo') }] as const;
  return message.isToBot ? [{ tone: 'caution', language, paragraphs, buttons: [], invitesPrivately: true }] : [];
}

/** With more photos waiting than these, those in public are left alone. */
const MAX_WAITING_FOR_GUARD = 40;

/** Whether one of the photos must be removed. What cannot be had or judged is left alone; a dry run only counts. */
async function isLeak(
  { analyser, settings, communities, today, log }: ConversationParts,
  { photos, community, platform }: IncomingMessage,
): Promise<boolean> {
  if (settings === undefined || settings.leakGuard === 'off' || community === undefined) return false;
  // Whoever asks for a judgement comes first: a flood of pictures in public must not keep them waiting.
  if (analyser.waiting > MAX_WAITING_FOR_GUARD) {
    log.warn({ event: 'leak-guard-busy', platform });
    return false;
  }
  for (const photo of photos.slice(0, MAX_PHOTOS_PER_MESSAGE)) {
    try {
      const bytes = await receivePhoto(photo);
      if (!showsIdentityDocument(await analyser.analyse({ bytes, as: 'auto', today: today() }))) continue;
      log.info({ event: 'leak', platform });
      await communities?.count(community, settings.leakGuard === 'on' ? 'leak:photo' : 'leak:photo:dry-run');
      return settings.leakGuard === 'on';
    } catch (error) {
      log.warn({ event: 'leak-guard-failed', platform, error });
    }
  }
  return false;
}

/** How one photo of a message is to be looked at. */
interface PhotoOrder {
  readonly details: AccountDetails | undefined;
  /** The details were typed to be compared with this very photo. */
  readonly isComparison: boolean;
  readonly onProgress: OnProgress | undefined;
}

async function respondToPhoto(
  parts: ConversationParts,
  { platform, talk, community, judgeAs = 'auto' }: IncomingMessage,
  language: string,
  photo: IncomingPhoto,
  { details, isComparison, onProgress }: PhotoOrder,
): Promise<{ readonly reply: Reply; readonly record?: PhotoRecord }> {
  const startedMs = performance.now();
  const t = parts.translator.t(language);
  const { photos: before = {}, provider = parts.defaultProvider } = await parts.memory.recall(talk);
  try {
    const waiting = { t, onProgress, before: parts.analyser.waiting };
    const { reply, report, record, drawingError } = await tellProgress(waiting, () =>
      photoReply(photo, {
        analyser: parts.analyser,
        t,
        language,
        today: parts.today(),
        judgeAs: photo.judgeAs ?? judgeAs,
        details,
        isComparison,
        provider,
        before,
      }),
    );
    await parts.memory.remember(talk, { photos: { ...before, [record.part]: record }, lastPart: record.part });
    const durationMs = performance.now() - startedMs;
    const codes = report.findings.map(({ code }) => code);
    parts.log.info({ event: 'photo', platform, locale: language, verdict: report.verdict, codes, durationMs });
    if (community !== undefined) {
      for (const code of new Set(codes)) await parts.communities?.count(community, `fault:${code}`);
    }
    if (drawingError !== undefined) parts.log.error({ event: 'picture-failed', platform, error: drawingError });
    return { reply, record };
  } catch (error) {
    const durationMs = performance.now() - startedMs;
    parts.log.error({ event: 'photo-failed', platform, locale: language, durationMs, error });
    return { reply: errorReply(t, language, error, 'lost') };
  }
}

async function copyOfPhoto(
  parts: ConversationParts,
  { platform, talk }: IncomingMessage,
  language: string,
  photo: IncomingPhoto,
  onProgress: OnProgress | undefined,
): Promise<Reply> {
  const startedMs = performance.now();
  const t = parts.translator.t(language);
  const { provider = parts.defaultProvider } = await parts.memory.recall(talk);
  try {
    const waiting = { t, onProgress, before: parts.analyser.waiting };
    const reply = await tellProgress(waiting, () =>
      copyReply(photo, { analyser: parts.analyser, t, language, provider }),
    );
    parts.log.info({ event: 'copy', platform, locale: language, durationMs: performance.now() - startedMs });
    return reply;
  } catch (error) {
    parts.log.error({ event: 'copy-failed', platform, locale: language, error });
    return errorReply(t, language, error, 'lost');
  }
}
