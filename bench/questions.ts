import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What should become of a question; everything but `answer` must not be answered with a topic of ours. */
const question = z.object({
  text: z.string(),
  lang: z.string(),
  topic: z.string(),
  also: z.array(z.string()).nullish(),
  context: z.string().nullish(),
  in_scope: z.boolean(),
  expect: z.enum(['answer', 'smalltalk', 'handoff', 'fallback', 'refuse']),
});

/** One labelled question. */
export type LabelledQuestion = z.infer<typeof question>;

/** Reads labelled questions, one JSON object a line. Throws with the number of the line that is not as it must be, never its text. */
export async function readQuestions(file: string): Promise<readonly LabelledQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    const result = question.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(`${file}:${i + 1}: ${z.prettifyError(result.error)}`);
    return result.data;
  });
}
