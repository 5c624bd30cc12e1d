import { z } from 'zod';

const results = z.object({
  seconds: z.number(),
  kills: z.record(z.string(), z.number()),
  accepted: z.number(),
  answered: z.number(),
  lost: z.number(),
  twice: z.number(),
});

/** What became of photos while processes were killed. */
export function chaosTable(json: unknown): string {
  const { seconds, kills, accepted, answered, lost, twice } = results.parse(json);
  const killed = Object.entries(kills).map(([name, count]) => `${name} ${count} times`);
  return `In ${seconds} seconds under load ${killed.join(', ')} ended by \`kill -9\`: of ${accepted} accepted photos ${answered} were answered, ${lost} lost, ${twice} answered twice.`;
}
