import type { TFunction } from 'i18next';

/** What is counted for a community beside topics: the first part of its name, and the key of its words. */
const KINDS: Readonly<Record<string, string>> = {
  unanswered: 'unanswered',
  leak: 'leak',
  scam: 'scam',
  impostor: 'impostor',
  ticket: 'ticket',
  answer: 'answer',
};

/** Counts by what they are called in a language, the largest first; dry runs are told apart, what has no words is left out. */
export function weekRows(
  t: TFunction,
  counts: ReadonlyMap<string, number>,
): readonly { readonly name: string; readonly count: number }[] {
  const sums = new Map<string, number>();
  for (const [counted, count] of counts) {
    const name = labelOf(t, counted);
    if (name !== '') sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return [...sums].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

function labelOf(t: TFunction, counted: string): string {
  const [kind = '', topic = ''] = counted.split(':');
  if (kind === 'topic') return t(`faq:${topic}.title`, { defaultValue: '' });
  if (kind === 'fault') return t(`advice:${topic}.name`, { defaultValue: '' });
  const words = KINDS[kind] === undefined ? '' : t(`chat:moderators.counts.${KINDS[kind]}`);
  return counted.endsWith(':dry-run') ? `${words} (dry-run)` : words;
}

/** Every word that the picture of a week may show in a language: the typefaces need their characters. */
export function weekLabels(t: TFunction, topics: readonly string[]): readonly string[] {
  return [
    t('chat:moderators.weekTitle'),
    ...topics.map((topic) => t(`faq:${topic}.title`)),
    ...Object.values(KINDS).map((kind) => t(`chat:moderators.counts.${kind}`)),
  ];
}
