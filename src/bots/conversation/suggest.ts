import { choicesOf, SETTING_NAMES } from '../community/index.ts';
import type { Button, Suggestion } from '../platform.ts';
import { VERB_NAMES } from './moderators/respond-to-moderator.ts';
import type { ConversationParts } from './parts.ts';
import { POPULAR_TOPICS, topicButtons } from './question-reply.ts';

const MAX_SUGGESTIONS = 25;
const MAX_QUESTIONS = 8;

/** What somebody who is still typing may mean: a question, an answer of the community's own, or words for moderators. */
export async function suggest(
  parts: Pick<ConversationParts, 'faq' | 'translator' | 'defaultLanguage' | 'communities'>,
  { wanted, typed, languageHint, community }: Suggestion,
): Promise<readonly Button[]> {
  if (wanted === 'question') return questions(parts, typed, languageHint);
  const plain = typed.trim().toLowerCase();
  const all = wanted === 'moderation' ? MODERATION : await answerNames(parts, community);
  return all
    .filter((words) => words.toLowerCase().includes(plain))
    .slice(0, MAX_SUGGESTIONS)
    .map((words) => ({ label: words, action: words }));
}

/** Everything that moderators can begin with; the frequent comes first. */
const MODERATION: readonly string[] = [
  ...VERB_NAMES.filter((verb) => !['question', 'means', 'own', 'drop', 'write', 'send'].includes(verb)),
  ...SETTING_NAMES.flatMap((name) => (choicesOf(name) ?? ['']).map((value) => `set ${name} ${value}`.trim())),
];

async function answerNames(
  { communities }: Pick<ConversationParts, 'communities'>,
  community: string | undefined,
): Promise<readonly string[]> {
  if (communities === undefined || community === undefined) return [];
  return Object.keys((await communities.settingsOf(community)).answers);
}

/** What the words are about, then what people often ask. */
function questions(
  { faq, translator, defaultLanguage }: Pick<ConversationParts, 'faq' | 'translator' | 'defaultLanguage'>,
  typed: string,
  languageHint: string,
): readonly Button[] {
  const language = translator.closest(languageHint) ?? defaultLanguage;
  const { decision, topic, alsoTopics, choices } = faq.answer({ text: typed, preferredLanguage: language });
  const meant =
    decision === 'answer' && topic !== null ? [topic, ...alsoTopics] : choices.map((choice) => choice.topic);
  const topics = [...new Set([...meant, ...POPULAR_TOPICS])];
  return topicButtons(translator.t(language), topics).slice(0, MAX_QUESTIONS);
}
