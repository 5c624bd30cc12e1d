import { z } from 'zod';

const results = z.object({
  files: z.object({
    cases: z.number(),
    crashes: z.array(z.string()),
    hangs: z.array(z.string()),
    slowestMs: z.number(),
    megabytesPerThousand: z.number(),
  }),
  texts: z.object({
    cases: z.number(),
    crashes: z.array(z.string()),
    hangs: z.array(z.string()),
    slowestMs: z.number(),
  }),
  updates: z.array(
    z.object({
      platform: z.string(),
      cases: z.number(),
      asked: z.number(),
      answered: z.number(),
      hasEnded: z.boolean(),
      violations: z.number(),
    }),
  ),
});

/** What became of broken and hostile input. */
export function fuzzTable(json: unknown): string {
  const { files, texts, updates } = results.parse(json);
  const row = (what: string, cases: number, ended: number, hung: number, rest: string) =>
    `| ${what} | ${cases.toLocaleString('en')} | ${ended} | ${hung} | ${rest} |`;
  return [
    '| broken input | cases | ended a process | hung | |',
    '|---|---:|---:|---:|---|',
    row('images, PDF, HEIC', files.cases, files.crashes.length, files.hangs.length, `slowest ${ms(files.slowestMs)}`),
    row(
      'texts of all of Unicode',
      texts.cases,
      texts.crashes.length,
      texts.hangs.length,
      `slowest ${ms(texts.slowestMs)}`,
    ),
    ...updates.map(({ platform, cases, asked, answered, hasEnded, violations }) =>
      row(
        `updates of ${platform}`,
        cases,
        Number(hasEnded),
        asked - answered,
        `${answered} of ${asked} questions in between answered, ${violations} calls against the contract`,
      ),
    ),
  ].join('\n');
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
