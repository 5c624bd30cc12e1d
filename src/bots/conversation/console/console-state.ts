import { FACTS } from '../../../faq/index.ts';
import {
  completeness,
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from '../../community/index.ts';
import type { ConsoleFact, ConsoleSetting, ConsoleState } from '../../console.ts';
import { factsOf } from '../../reply/answer-text.ts';
import type { Translate } from '../../reply/i18n.ts';
import { languageName } from '../../reply/language-name.ts';
import { allChoices, labelOf, valueLabel } from '../moderators/setting-verbs.ts';
import { weekReply } from '../moderators/week-reply.ts';
import { topicText } from '../question-reply.ts';
import type { ConsoleParts } from './console-parts.ts';

const MAX_QUESTIONS = 30;

/** All that the page shows of a community, read afresh. */
export async function consoleState(
  { communities, translator, faq, analyser }: Omit<ConsoleParts, 'access' | 'log'>,
  community: string,
  language: string,
): Promise<ConsoleState> {
  const t = translator.t(language);
  const [settings, clusters, counts, history] = await Promise.all([
    communities.settingsOf(community),
    communities.unanswered(community),
    communities.lastWeek(community),
    communities.history(community),
  ]);
  const week = await weekReply({ t, language, analyser, counts });
  return {
    language,
    // Facts have a table of their own.
    settings: SETTING_NAMES.filter((name) => name !== 'facts').map((name) =>
      settingOf(t, translator.languages, settings, name),
    ),
    facts: factsOfCommunity(t, settings),
    answers: completeness(settings).map(({ name, lacks }) => {
      const { aliases, texts } = settings.answers[name]!;
      const languages = lacks.map(languageName);
      return {
        name,
        aliases: aliases.join(', '),
        texts,
        missing: lacks.length === 0 ? '' : t('chat:console.missing', { languages }),
      };
    }),
    questions: clusters.slice(0, MAX_QUESTIONS).map(({ id, text, language: of, ids }) => {
      const { topic, choices } = faq.answer({ text, preferredLanguage: of });
      const topics = [topic, ...choices.map((choice) => choice.topic)].filter((one) => one !== null);
      return { id, text, language: of, times: `${ids.length} ×`, topics };
    }),
    topics: faq.topics
      .map((topic) => ({ topic, title: topicText(t, topic, 'title') }))
      .filter(({ title }) => title !== ''),
    languages: translator.languages.map((tag) => ({ tag, name: languageName(tag) })),
    week: {
      lines: week.paragraphs.flatMap(({ kind, text }) => (kind === 'text' ? text.split('\n') : [])),
      picture: week.picture?.jpeg,
    },
    history: history.map(({ at, role, action }) => ({ at, role, action })),
  };
}

function settingOf(t: Translate, languages: readonly string[], settings: Settings, name: SettingName): ConsoleSetting {
  const value = settings[name];
  const choices = allChoices(languages, name)?.map((one) => ({ value: one, label: valueLabel(t, name, one) }));
  // Only what has no value of its own by default can be without one.
  const none =
    value === undefined || DEFAULT_SETTINGS[name] === undefined
      ? [{ value: '', label: t('chat:moderators.none') }]
      : [];
  return {
    name,
    label: labelOf(t, name),
    value: Array.isArray(value) ? value.join(', ') : String(value ?? ''),
    choices: choices && [...none, ...choices],
    hint: t(`chat:moderators.expected.${name}`, { defaultValue: '' }),
  };
}

function factsOfCommunity(t: Translate, { facts }: Settings): readonly ConsoleFact[] {
  const usual = factsOf(t);
  return [...new Set([...Object.keys(FACTS), ...Object.keys(facts)])].map((name) => {
    const { text = '', source = '', date = '' } = facts[name] ?? {};
    return { name, usual: usual[name] ?? '', text, source, date };
  });
}
