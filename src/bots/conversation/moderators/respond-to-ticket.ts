import type { IncomingMessage, Reply } from '../../platform.ts';
import { findingText } from '../../reply/finding-text.ts';
import { languageName } from '../../reply/language-name.ts';
import { writeAction } from '../button-action.ts';
import type { ConversationParts } from '../parts.ts';
import { questionReply, topicText } from '../question-reply.ts';

type TicketAction = { readonly kind: 'escalate' } | { readonly kind: 'taken' | 'closed'; readonly channel: string };

/** One ticket of a person in so long; those after it would only bury it. */
const TICKET_MS = 10 * 60_000;

/**
 * Hands somebody over to the people who look after the community, who hear what it was about: the topic and the faults of the last photo, never
 * the photo, what was written, or who it is. They say in the channel it came from that they are there, and that it is done. Undefined where
 * nobody is to be told.
 */
export async function respondToTicket(
  { settings, memory, cooldowns, communities, translator, log, defaultLanguage }: ConversationParts,
  { community, channel, talk, lastTopic, platform }: IncomingMessage,
  language: string,
  action: TicketAction,
): Promise<Reply | undefined> {
  const t = translator.t(language);
  const staffChannel = settings?.escalateTo;
  const said = (text: string): Reply => ({
    tone: 'plain',
    language,
    paragraphs: [{ kind: 'text', text }],
    buttons: [],
  });
  if (community === undefined || channel === undefined || staffChannel === undefined) {
    if (action.kind !== 'escalate') return undefined;
    return questionReply(t, {
      language,
      decision: 'answer',
      topic: 'contact_support',
      alsoTopics: [],
      choices: [],
      score: 1,
    });
  }
  log.info({ event: `ticket-${action.kind}`, platform, locale: language });
  if (action.kind !== 'escalate') {
    // Only from where tickets arrive may anybody speak into other channels.
    if (channel !== staffChannel) return undefined;
    const words = t(`chat:ticket.${action.kind}`);
    const close = { label: t('chat:ticket.close'), action: writeAction({ kind: 'closed', channel: action.channel }) };
    const buttons = action.kind === 'taken' ? [close] : [];
    return { ...said(words), buttons, forwards: { channel: action.channel, reply: said(words) } };
  }
  if (!(await cooldowns.claim(`ticket:${talk}`, TICKET_MS))) return said(t('chat:ticket.waiting'));
  await communities?.count(community, 'ticket');
  const ours = translator.t(defaultLanguage);
  const { photos, lastPart } = await memory.recall(talk);
  const faults = (lastPart && photos?.[lastPart]?.findings) ?? [];
  const about = [
    ...(lastTopic === undefined ? [] : [topicText(ours, lastTopic, 'title')]),
    ...faults.map((finding) => findingText(ours, finding).name),
    languageName(language),
  ];
  const ticket: Reply = {
    tone: 'caution',
    language: defaultLanguage,
    paragraphs: [
      { kind: 'headline', text: ours('chat:ticket.title') },
      { kind: 'text', text: about.filter((part) => part !== '').join(' · ') },
    ],
    buttons: [{ label: ours('chat:ticket.take'), action: writeAction({ kind: 'taken', channel }) }],
  };
  return {
    ...said(t('chat:ticket.sent')),
    forwards: { channel: staffChannel, reply: ticket, thread: ours('chat:ticket.title') },
  };
}
