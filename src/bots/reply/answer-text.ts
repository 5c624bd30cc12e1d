import { type Answer, FACTS } from '../../faq/index.ts';
import type { Translate } from './i18n.ts';

/** What to say to a question, as plain text; a blank line separates paragraphs. `ownFacts` are a community's, and win. */
export function answerText(t: Translate, answer: Answer, ownFacts: Readonly<Record<string, string>> = {}): string {
  const { decision, topic } = answer;
  if (decision === 'choose') return chooseText(t, answer);
  if (topic === null) return t('faq:decisions.fallback');
  const facts = { ...factsOf(t), ...ownFacts };
  const paragraphs = [t(`faq:${topic}.answer`, facts)];
  for (const also of answer.alsoTopics) {
    const short = t(`faq:${also}.short`, facts);
    paragraphs.push(t('faq:decisions.also', { title: t(`faq:${also}.title`), answer: short }));
  }
  if (decision === 'handoff') paragraphs.push(t('faq:decisions.handoff'));
  if (decision === 'refuse' && topic !== 'secret_shared') paragraphs.push(t('faq:decisions.refuse'));
  if (decision === 'answer') paragraphs.push(...asOf(t, [topic, ...answer.alsoTopics], answer.language));
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

/** Says how old the facts in these answers are; nothing when they hold none. */
function asOf(t: Translate, topics: readonly string[], language: string): readonly string[] {
  const texts = topics.map((topic) => t(`faq:${topic}.answer`, { skipInterpolation: true }));
  const dates = Object.entries(FACTS)
    .filter(([name]) => texts.some((text) => text.includes(`{{${name}}}`)))
    .map(([, { date }]) => date)
    .sort();
  const oldest = dates[0];
  if (oldest === undefined) return [];
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return [t('faq:decisions.asOf', { date: format.format(new Date(`${oldest}T00:00:00Z`)) })];
}
