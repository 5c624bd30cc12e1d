import type { Answer } from '../../faq/index.ts';
import type { IncomingMessage, Reply } from '../platform.ts';
import { answerQuestion, isUnclear } from './answer-question.ts';
import { errorReply } from './error-reply.ts';
import { leakReply } from './leak-reply.ts';
import { respondAsTaught } from './moderators/respond-with-canned.ts';
import type { ConversationParts } from './parts.ts';
import { welcomeReply } from './welcome-reply.ts';

/** The answer to a question; nothing when people talk to each other and the bot is not sure. */
export async function respondToText(
  parts: ConversationParts,
  message: IncomingMessage,
  language: string,
  text: string,
): Promise<readonly Reply[]> {
  const startedMs = performance.now();
  try {
    const { answer, reply } = answerQuestion(parts, message, language, text);
    const durationMs = performance.now() - startedMs;
    const { decision, topic } = answer;
    parts.log.info({
      event: 'question',
      platform: message.platform,
      locale: answer.language,
      decision,
      topic: topic ?? undefined,
      durationMs,
    });
    if (topic === 'greeting' && isFirstContact(message)) {
      return [welcomeReply(parts.translator.t(reply.language), reply.language)];
    }
    const taught =
      message.isToBot && isUnclear(answer) ? await respondAsTaught(parts, message, reply.language, text) : undefined;
    if (taught) return [await withStaffNote(parts, message, taught)];
    if (message.isToBot) await noteForModerators(parts, message, answer, text);
    if (message.isPublic && topic === 'secret_shared' && parts.settings?.leakGuard !== undefined) {
      return guarded(parts, message, reply);
    }
    return message.isToBot || (await mayAnswerUnasked(parts, message, answer))
      ? [await withStaffNote(parts, message, reply)]
      : [];
  } catch (error) {
    parts.log.error({ event: 'question-failed', platform: message.platform, locale: language, error });
    return message.isToBot ? [errorReply(parts.translator.t(language), language, error, 'lost-question')] : [];
  }
}

/** Whoever greets the bot for the first time has not heard yet what it is for. */
function isFirstContact({ isPublic, previousText, lastTopic }: IncomingMessage): boolean {
  return !isPublic && previousText === undefined && lastTopic === undefined;
}

/** What was asked and could not be answered is kept redacted, and answers are counted, for the moderators of a community. */
async function noteForModerators(
  { communities, faq }: ConversationParts,
  { community }: IncomingMessage,
  answer: Answer,
  text: string,
): Promise<void> {
  if (communities === undefined || community === undefined) return;
  const { decision, language, topic } = answer;
  const isDeclined = isUnclear(answer);
  if (isDeclined) await communities.noteUnanswered(community, { text: faq.redact(text), language, reason: decision });
  await communities.count(community, isDeclined ? 'unanswered' : `topic:${topic ?? decision}`);
}

/** A secret in public is removed where the guard is on; everywhere it is said what to do about it. */
async function guarded(
  { communities, settings, translator }: ConversationParts,
  { community }: IncomingMessage,
  reply: Reply,
): Promise<readonly Reply[]> {
  if (settings?.leakGuard === 'off' || community === undefined) return [reply];
  await communities?.count(community, settings?.leakGuard === 'on' ? 'leak:text' : 'leak:text:dry-run');
  if (settings?.leakGuard !== 'on') return [reply];
  return [leakReply(translator.t(reply.language), reply.language)];
}

/**
 * Among people who talk to each other the bot speaks up only when it is sure, where moderators want it, and not all the time; or to save a
 * secret. Without a community's settings, being sure is enough.
 */
async function mayAnswerUnasked(
  { settings, cooldowns, communities }: ConversationParts,
  { channel, community }: IncomingMessage,
  { decision, topic, score }: Answer,
): Promise<boolean> {
  if (topic === 'secret_shared') return true;
  if (decision !== 'answer') return false;
  if (settings === undefined) return true;
  if (channel === undefined || !settings.channels.includes(channel) || score < settings.confidence) return false;
  if (communities?.isQuiet(settings)) return false;
  return await cooldowns.claim(`${community}:${channel}`, settings.cooldown * 1000);
}

/** Said more often, nobody reads it any more. */
const STAFF_NOTE_MS = 10 * 60_000;

/** Impostors follow public questions: now and then an answer says so. */
async function withStaffNote(
  { cooldowns, settings, translator }: ConversationParts,
  { isPublic, community, channel }: IncomingMessage,
  reply: Reply,
): Promise<Reply> {
  const isDue =
    isPublic && settings !== undefined && (await cooldowns.claim(`staff:${community}:${channel}`, STAFF_NOTE_MS));
  if (!isDue) return reply;
  const note = { kind: 'note', text: translator.t(reply.language)('chat:public.staffNote') } as const;
  return { ...reply, paragraphs: [...reply.paragraphs, note] };
}
