import type { PhotoAnalyser } from '../../../analysis/index.ts';
import type { Reply } from '../../platform.ts';
import type { Translate } from '../../reply/i18n.ts';
import { weekRows } from '../../reply/week-labels.ts';
import { titled } from './request.ts';

const MAX_BARS = 10;

/** What was counted in a week, in words and as a picture of bars. */
export async function weekReply({
  t,
  language,
  analyser,
  counts,
}: {
  readonly t: Translate;
  readonly language: string;
  readonly analyser: Pick<PhotoAnalyser, 'drawBars'>;
  readonly counts: ReadonlyMap<string, number>;
}): Promise<Reply> {
  const rows = weekRows(t, counts).slice(0, MAX_BARS);
  const title = t('chat:moderators.weekTitle');
  const lines = [...ratesOf(t, counts), ...rows.map(({ name, count }) => `${name}: ${count}`)];
  const reply = titled(language, title, lines.length === 0 ? [t('chat:moderators.noHistory')] : lines);
  if (rows.length === 0) return reply;
  // The words say the same as the picture.
  const jpeg = await analyser.drawBars({ language, title, rows }).catch(() => undefined);
  return { ...reply, picture: jpeg && { jpeg, altText: title } };
}

/** How many found it helpful of those who said so, and how many questions no person had to answer. */
function ratesOf(t: Translate, counts: ReadonlyMap<string, number>): readonly string[] {
  const of = (name: string) => counts.get(name) ?? 0;
  const judged = of('helpful:yes') + of('helpful:no');
  const answered = [...counts].reduce((sum, [name, count]) => (/^(?:topic|answer):/.test(name) ? sum + count : sum), 0);
  const settled = Math.max(0, answered - of('ticket'));
  return [
    ...(judged > 0 ? [t('chat:moderators.weekHelped', { share: (100 * of('helpful:yes')) / judged })] : []),
    ...(settled > 0 ? [t('chat:moderators.weekDeflected', { count: settled })] : []),
  ];
}
