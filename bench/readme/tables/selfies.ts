import { z } from 'zod';

const fault = z.object({
  fault: z.string(),
  codes: z.array(z.string()),
  photos: z.number(),
  told: z.number(),
  kindKnown: z.number(),
  others: z.record(z.string(), z.number()),
});

/** Composed selfies with a document in the hand: how often each fault is told, and what is said of those without. */
export function selfiesTable(results: unknown): string {
  const { faults } = z.object({ faults: z.array(fault) }).parse(results);
  return [
    '| on composed selfies with a document | must be told | told | kind of photo recognised |',
    '|---|---|---:|---:|',
    ...faults.map(({ fault: name, codes, told, photos, kindKnown, others }) => {
      const also = Object.values(others).reduce((a, b) => a + b, 0);
      const said = codes.length > 0 ? `${told}/${photos}` : `something: ${also}/${photos}`;
      return `| ${name} | ${codes.length > 0 ? codes.join(' or ') : 'nothing'} | ${said} | ${kindKnown}/${photos} |`;
    }),
  ].join('\n');
}
