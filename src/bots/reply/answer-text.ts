import { type Answer, FACTS } from '../../faq/index.ts';
import type { Translate } from './i18n.ts';

/** A fact in a community's own words: when it was set (`YYYY-MM-DD`) and where it is from, if that is known. */
export interface OwnFact {
  readonly text: string;
  readonly date?: string | undefined;
  readonly source?: string | undefined;
}

/** What to say to a question, as plain text; a blank line separates paragraphs. `ownFacts` are a community's, and win. */
export function answerText(t: Translate, answer: Answer, ownFacts: Readonly<Record<string, OwnFact>> = {}): string {
  const { decision, topic } = answer;
  if (decision === 'choose') return chooseText(t, answer);
  if (topic === null) return t('faq:decisions.fallback');
  const own = Object.entries(ownFacts).map(([name, { text }]) => [name, text] as const);
  const facts = { ...factsOf(t), ...Object.fromEntries(own) };
  const paragraphs = [t(`faq:${topic}.answer`, facts)];
  for (const also of answer.alsoTopics) {
    const short = t(`faq:${also}.short`, facts);
    paragraphs.push(t('faq:decisions.also', { title: t(`faq:${also}.title`), answer: short }));
  }
  if (decision === 'handoff') paragraphs.push(t('faq:decisions.handoff'));
  if (decision === 'refuse' && topic !== 'secret_shared') paragraphs.push(t('faq:decisions.refuse'));
  if (decision === 'answer') paragraphs.push(...asOf(t, [topic, ...answer.alsoTopics], answer.language, ownFacts));
  return paragraphs.join('\n\n');
}

function chooseText(t: Translate, { choices }: Answer): string {
  const titles = choices.map(({ topic }) => t('faq:decisions.choice', { title: t(`faq:${topic}.title`) }));
  return [t('faq:decisions.choose'), titles.join('\n')].join('\n\n');
}

/** The facts in the reader's language: variables of the texts. */
export function factsOf(t: Translate): Record<string, string> {
  return Object.fromEntries(Object.keys(FACTS).map((name) => [name, t(`faq:facts.${name}`)]));
}

/** Says how old the facts in these answers are, and where a community's own are from; nothing when they hold none. */
function asOf(
  t: Translate,
  topics: readonly string[],
  language: string,
  ownFacts: Readonly<Record<string, OwnFact>>,
): readonly string[] {
  const texts = topics.map((topic) => t(`faq:${topic}.answer`, { skipInterpolation: true }));
  const used = Object.keys({ ...FACTS, ...ownFacts }).filter((name) =>
    texts.some((text) => text.includes(`{{${name}}}`)),
  );
  const dates = used.flatMap((name) => (ownFacts[name] ?? FACTS[name])?.date ?? []).sort();
  const sources = [...new Set(used.flatMap((name) => ownFacts[name]?.source ?? []))];
  const [oldest] = dates;
  if (oldest === undefined) return sources.length > 0 ? [sources.join(' · ')] : [];
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const date = t('faq:decisions.asOf', { date: format.format(new Date(`${oldest}T00:00:00Z`)) });
  return [[date, ...sources].join(' · ')];
}
