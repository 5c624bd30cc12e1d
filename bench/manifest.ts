import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const row = z.object({
  file: z.string(),
  kind: z.string(),
  capture: z.string(),
  redistribute: z.string().optional(),
  expected_issues: z.array(z.string()),
  labels: z.record(z.string(), z.unknown()),
});

/** One labelled photo of a measuring set. */
export type LabelledPhoto = z.infer<typeof row>;

/** Reads DIR/manifest.jsonl: one JSON object per line. Throws with the line's number when a line does not fit. */
export async function readManifest(dir: string): Promise<LabelledPhoto[]> {
  const text = await readFile(join(dir, 'manifest.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const parsed = row.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`manifest.jsonl line ${i + 1}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
