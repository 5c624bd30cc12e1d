import { z } from 'zod';

const fault = z.object({
  fault: z.string(),
  code: z.string().nullable(),
  photos: z.number(),
  told: z.number(),
  elseSaid: z.number(),
});

/** Faults of known size: how often each is told, and how often something is said of what does no harm. */
export function faultsTable(results: unknown): string {
  const { faults } = z.object({ faults: z.array(fault) }).parse(results);
  const harmful = faults.filter(({ code }) => code !== null);
  const harmless = faults.filter(({ code }) => code === null);
  return [
    '| on drawn photos with one fault | must be told | told |',
    '|---|---|---:|',
    ...harmful.map(({ fault: name, code, told, photos }) => `| ${name} | ${code} | ${told}/${photos} |`),
    '',
    '| on drawn photos with what does no harm | something was said |',
    '|---|---:|',
    ...harmless.map(({ fault: name, elseSaid, photos }) => `| ${name} | ${elseSaid}/${photos} |`),
  ].join('\n');
}
