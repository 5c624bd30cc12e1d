import type { Reply } from '../../platform.ts';
import { POPULAR_TOPICS, topicText } from '../question-reply.ts';
import { said, titled, type Verb } from './request.ts';
import { pressing } from './setting-verbs.ts';

const MAX_CLUSTERS = 10;
const MAX_TOPICS = 5;
const MAX_LABEL = 40;

/** What could not be answered: the list, and what the questions mean. */
export const questionVerbs: Readonly<Record<string, Verb>> = {
  unanswered: async ({ t, language, communities, community }) => {
    const clusters = (await communities.unanswered(community)).slice(0, MAX_CLUSTERS);
    if (clusters.length === 0) return said(language, t('chat:moderators.unansweredNone'));
    const lines = clusters.map(({ ids, text }) => `${ids.length} × ${text}`);
    const buttons = clusters.map(({ id, text }) => pressing(text.slice(0, MAX_LABEL), `question ${id}`));
    return { ...titled(language, t('chat:moderators.unansweredTitle'), lines), buttons };
  },
  question: async ({ parts, t, language, communities, community, rest }) => {
    const cluster = (await communities.unanswered(community)).find(({ ids }) => ids.includes(Number(rest)));
    if (cluster === undefined) return gone(t, language);
    const { choices, topic } = parts.faq.answer({ text: cluster.text, preferredLanguage: cluster.language });
    const near = [topic, ...choices.map((choice) => choice.topic), ...POPULAR_TOPICS];
    const topics = [...new Set(near)].filter((one) => one !== null).filter((one) => topicText(t, one, 'title') !== '');
    return {
      ...titled(language, cluster.text, [t('chat:moderators.means')]),
      buttons: [
        pressing(t('chat:moderators.ownAnswer'), `write own ${cluster.id}`),
        ...topics.slice(0, MAX_TOPICS).map((one) => pressing(topicText(t, one, 'title'), `means ${cluster.id} ${one}`)),
        pressing(t('chat:console.remove'), `drop ${cluster.id}`),
      ],
    };
  },
  means: async ({ t, language, communities, community, role, rest }) => {
    const [id, topic = ''] = rest.split(/\s+/);
    const title = topicText(t, topic, 'title');
    if (title === '') return said(language, t('chat:errors.bad-request'));
    const cluster = await communities.teach(community, Number(id), { topic }, role);
    return cluster === undefined ? gone(t, language) : said(language, t('chat:moderators.learnt', { title }));
  },
  own: async ({ t, language, communities, community, role, rest }) => {
    const [, id, text] = /^(\d+)\s+(.+)$/s.exec(rest) ?? [];
    if (text === undefined) return said(language, t('chat:errors.bad-request'));
    const cluster = await communities.teach(community, Number(id), { language, text: text.trim() }, role);
    return cluster === undefined
      ? gone(t, language)
      : said(language, t('chat:moderators.learnt', { title: text.trim() }));
  },
  drop: async ({ t, language, communities, community, rest }) => {
    await communities.drop(community, Number(rest));
    return said(language, t('chat:console.saved'));
  },
  clear: async ({ t, language, communities, community }) => {
    await communities.clearUnanswered(community);
    return said(language, t('chat:moderators.cleared'));
  },
};

function gone(t: Parameters<typeof topicText>[0], language: string): Reply {
  return said(language, t('chat:moderators.gone'));
}
