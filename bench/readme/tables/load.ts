import { z } from 'zod';

const waits = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
const counts = { sent: z.number(), answered: z.number(), lost: z.number(), twice: z.number() };
const results = z.object({
  runs: z.array(
    z.object({
      workers: z.number(),
      questions: z.object({ ...counts, repliedMs: waits }),
      photos: z.object({
        ...counts,
        perSecond: z.number(),
        acknowledgedMs: waits,
        repliedMs: waits,
        cpuSecondsPerPhoto: z.number(),
        megabytes: z.number(),
      }),
    }),
  ),
});

/** Many people at once, by the number of workers. */
export function loadTable(json: unknown): string {
  const { runs } = results.parse(json);
  return [
    '| processes | people asking at once: answered, p99 | photos, 12 at once: sent, lost, twice | a second | sign of life p99 | reply p50, p95, p99 | CPU a photo | memory |',
    '|---|---|---|---:|---:|---|---:|---:|',
    ...runs.map(
      ({ workers, questions, photos }) =>
        `| ${workers === 0 ? 'one' : `a bot, ${workers} worker${workers > 1 ? 's' : ''}`} | ${questions.answered} of ${questions.sent}, ${s(questions.repliedMs.p99)} | ${photos.sent}, ${photos.lost}, ${photos.twice} | ${photos.perSecond.toFixed(1)} | ${s(photos.acknowledgedMs.p99)} | ${s(photos.repliedMs.p50)}, ${s(photos.repliedMs.p95)}, ${s(photos.repliedMs.p99)} | ${photos.cpuSecondsPerPhoto.toFixed(2)} s | ${Math.round(photos.megabytes)} MB |`,
    ),
  ].join('\n');
}

function s(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
