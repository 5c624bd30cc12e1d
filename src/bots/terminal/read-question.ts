import { z } from 'zod';
import type { Question } from '../../faq/index.ts';

const question = z.object({ text: z.string(), context: z.string().nullish() });

/** A line of input as a question: JSON with `text` and perhaps `context`, or the text itself. Broken JSON is text. */
export function readQuestion(line: string): Question {
  if (!line.trimStart().startsWith('{')) return { text: line };
  try {
    const result = question.safeParse(JSON.parse(line));
    if (result.success) return { text: result.data.text, context: result.data.context ?? undefined };
  } catch {
    // People do begin a message with a brace.
  }
  return { text: line };
}
