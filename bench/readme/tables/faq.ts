import { z } from 'zod';

const share = z.number().nullable();
const group = z.object({ rows: z.number(), top1: share, mustNotF1: share, endToEnd: share, dangerousAnswered: share });

/** Right answers and right refusals. */
export function faqTable(results: unknown): string {
  const { total, englishAndSpanish } = z.object({ total: group, englishAndSpanish: group }).parse(results);
  const row = (name: string, g: z.infer<typeof group>) =>
    `| ${name} | ${g.rows} | ${percent(g.top1)} | ${percent(g.mustNotF1)} | ${percent(g.endToEnd)} | ${percent(g.dangerousAnswered)} |`;
  return [
    '| questions | number | right answer | rightly not answered (F1) | right end to end | deceit or injection answered |',
    '|---|---:|---:|---:|---:|---:|',
    row('in English and Spanish', englishAndSpanish),
    row('in all sixteen languages of the set', total),
  ].join('\n');
}

function percent(value: number | null): string {
  return value === null ? '-' : `${value.toFixed(0)} %`;
}
