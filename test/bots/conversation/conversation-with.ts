import type { PhotoSubmission, Report } from '../../../src/analysis/index.ts';
import { type ConversationParts, createConversation, createMemory } from '../../../src/bots/conversation/index.ts';
import { createMemoryKeep } from '../../../src/bots/keep/index.ts';
import { createLog } from '../../../src/bots/log.ts';
import type { IncomingMessage, IncomingPhoto, Reply } from '../../../src/bots/platform.ts';
import type { Answer, Question } from '../../../src/faq/index.ts';
import { translator } from '../../support/locales.ts';
import { findingWith, reportWith } from '../../support/reports.ts';

/** A document out of focus. */
export const BLURRED = reportWith({
  verdict: 'retake',
  findings: [findingWith({ code: 'blur', areas: [[{ x: 0, y: 0 }]] })],
});
/** A sure answer of the engine. */
export const ANSWER: Answer = {
  language: 'en',
  decision: 'answer',
  topic: 'selfie_rules',
  alsoTopics: [],
  choices: [],
  score: 0.9,
};

/** A conversation over an analysis and an engine that give what a test wants to see handled. */
export function conversationWith({
  report = BLURRED,
  reports = [],
  answer = ANSWER,
  analyser,
  ...parts
}: Partial<Omit<ConversationParts, 'analyser'>> & {
  report?: Report;
  /** What the analysis gives for the first photos, one after the other; then it gives `report`. */
  reports?: readonly Report[];
  answer?: Answer;
  analyser?: Partial<ConversationParts['analyser']>;
} = {}) {
  const submissions: PhotoSubmission[] = [];
  const questions: Question[] = [];
  const logLines: string[] = [];
  const keep = createMemoryKeep();
  const respond = createConversation({
    analyser: {
      analyse: async (submission) => {
        submissions.push(submission);
        return reports[submissions.length - 1] ?? report;
      },
      drawPicture: async () => new Uint8Array([1]),
      copyForUpload: async () => ({ kind: 'fine' }),
      drawCard: async () => new Uint8Array([2]),
      drawBars: async () => new Uint8Array([3]),
      waiting: 0,
      ...analyser,
    },
    memory: createMemory(keep),
    cooldowns: keep,
    faq: {
      answer: (question) => {
        questions.push(question);
        return answer;
      },
      topics: [],
      redact: (text) => text.replace(/Maria|\d+/g, '…'),
    },
    translator,
    log: createLog('info', { write: (line) => logLines.push(line) }),
    today: () => '2026-11-23',
    defaultLanguage: 'en',
    ...parts,
  });
  return { respond, submissions, questions, logLines };
}

/** A private message on the page. */
export const message = (parts: Partial<IncomingMessage> = {}): IncomingMessage => ({
  platform: 'web',
  isPublic: false,
  isToBot: true,
  photos: [],
  ...parts,
});
/** A photo of a few bytes. */
export const photo = (parts: Partial<IncomingPhoto> = {}): IncomingPhoto => ({
  declaredName: 'Maria Olivia.JPG',
  download: async () => new Uint8Array(10),
  ...parts,
});
/** All that a reply says. */
export const words = (reply: Reply | undefined) => reply?.paragraphs.map(({ text }) => text).join('\n') ?? '';
