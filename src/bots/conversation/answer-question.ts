import type { Answer } from '../../faq/index.ts';
import { type Settings, taughtTopic } from '../community/index.ts';
import type { IncomingMessage, Reply } from '../platform.ts';
import { MAX_TEXT_LENGTH } from '../privacy.ts';
import type { Translate } from '../reply/i18n.ts';
import { writeAction } from './button-action.ts';
import type { ConversationParts } from './parts.ts';
import { questionReply, topicText } from './question-reply.ts';
import { voteButtons } from './vote-buttons.ts';

/** What the engine makes of a text, and the reply in the language that it found. */
export function answerQuestion(
  { faq, translator, settings }: ConversationParts,
  message: IncomingMessage,
  language: string,
  text: string,
): { readonly answer: Answer; readonly reply: Reply } {
  const isLanguageKnown = message.chosenLanguage !== undefined || countWords(text) < MIN_WORDS_TO_TELL_LANGUAGE;
  const understood = faq.answer({
    text: text.slice(0, MAX_TEXT_LENGTH),
    context: message.previousText?.slice(0, MAX_TEXT_LENGTH),
    lastTopic: message.lastTopic,
    preferredLanguage: isLanguageKnown ? language : undefined,
  });
  const answer = asTaught({ faq, translator, settings }, understood, text);
  // A language that is only understood is answered in the reader's other one.
  const spoken = { ...answer, language: translator.closest(answer.language) ?? language };
  const t = translator.t(spoken.language);
  const said = questionReply(t, spoken, settings?.facts);
  // Where somebody looks after the answers, they hear what did not help.
  const isVoted = message.community !== undefined && settings !== undefined && answer.decision === 'answer';
  const votable = isVoted ? { ...said, buttons: [...said.buttons, ...voteButtons(t)] } : said;
  const reply = withTicketButton(t, votable, answer, settings);
  const links = settings?.officialLinks ?? [];
  if (spoken.topic !== 'data_safety' && spoken.topic !== 'is_it_official') return { answer: spoken, reply };
  return { answer: spoken, reply: links.length === 0 ? reply : withOfficialLinks(t, reply, links) };
}

/** What moderators said that such questions mean, where the engine does not know. */
function asTaught(
  { faq, translator, settings }: Pick<ConversationParts, 'faq' | 'translator' | 'settings'>,
  answer: Answer,
  text: string,
): Answer {
  if (settings === undefined || !isUnclear(answer)) return answer;
  const topic = taughtTopic(settings, faq.redact(text));
  if (topic === undefined || topicText(translator.t('en'), topic, 'title') === '') return answer;
  return { ...answer, decision: 'answer', topic, alsoTopics: [], choices: [], score: 1 };
}

/** Whether the engine has no answer, or several that it cannot tell apart. */
export function isUnclear({ decision }: Answer): boolean {
  return decision === 'fallback' || decision === 'choose';
}

/** Where the bot has no answer, or the person asks for somebody, one press leads to those who look after the community. */
function withTicketButton(
  t: Translate,
  reply: Reply,
  { decision, topic }: Answer,
  settings: Settings | undefined,
): Reply {
  const isWanted = decision === 'fallback' || decision === 'handoff' || topic === 'contact_support';
  if (!isWanted || settings?.escalateTo === undefined) return reply;
  const button = { label: t('chat:ticket.button'), action: writeAction({ kind: 'escalate' }) };
  return { ...reply, buttons: [button, ...reply.buttons] };
}

/** What is really the service's own, as its community has said. */
function withOfficialLinks(t: Translate, reply: Reply, links: readonly string[]): Reply {
  return { ...reply, paragraphs: [...reply.paragraphs, { kind: 'text', text: t('chat:public.official', { links }) }] };
}

/** Fewer words say too little about their language; then the reader's own is taken. */
const MIN_WORDS_TO_TELL_LANGUAGE = 3;

function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    if (isWordLike) count += 1;
  }
  return count;
}
