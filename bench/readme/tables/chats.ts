import { z } from 'zod';

const results = z.object({
  rows: z.array(
    z.object({
      platform: z.string(),
      way: z.string(),
      count: z.number(),
      acknowledgedMaxMs: z.number(),
      repliedP50Ms: z.number(),
      repliedMaxMs: z.number(),
    }),
  ),
});

/** How long people wait on the platforms. */
export function chatsTable(json: unknown): string {
  const { rows } = results.parse(json);
  return [
    '| platform | what is sent | times | first sign of life, at most | reply, median | reply, at most |',
    '|---|---|---:|---:|---:|---:|',
    ...rows.map(
      ({ platform, way, count, acknowledgedMaxMs, repliedP50Ms, repliedMaxMs }) =>
        `| ${platform} | ${way} | ${count} | ${seconds(acknowledgedMaxMs)} | ${seconds(repliedP50Ms)} | ${seconds(repliedMaxMs)} |`,
    ),
  ].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
