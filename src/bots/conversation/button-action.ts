import type { PhotoKind } from '../../analysis/index.ts';

/** What a button does. It travels through the platform as short text and comes back from people, so it is parsed. */
export type ButtonAction =
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'judge-as'; readonly as: PhotoKind }
  /** Why a finding matters; `variant` is its side, cause or problem. */
  | { readonly kind: 'why'; readonly code: string; readonly variant?: string | undefined }
  | { readonly kind: 'helpful'; readonly isHelpful: boolean }
  /** The steps for the next photo; the readiness card; a copy for uploading; what is remembered is forgotten. */
  | { readonly kind: 'plan' | 'card' | 'copy' | 'forget' }
  /** Somebody wants to talk to a person; those who look after the community take the ticket, and close it: `channel` is where it came from. */
  | { readonly kind: 'escalate' }
  | { readonly kind: 'taken' | 'closed'; readonly channel: string }
  /** Something for moderators: the same words that they may type; what they write with it comes after them. */
  | { readonly kind: 'retake'; readonly words: string }
  /** Begins the comparison with the account; asks for the message of a rejection; shows the providers. */
  | { readonly kind: 'name' | 'decode' | 'providers' }
  /** In a dialogue: leaves a question out, or ends it. */
  | { readonly kind: 'skip' | 'stop' }
  | { readonly kind: 'provider'; readonly id: string }
  /** The check without a photo, with the answers so far; without a kind it asks for that. */
  | { readonly kind: 'quiz'; readonly of?: PhotoKind | undefined; readonly answers: readonly QuizAnswer[] }
  /** Shows the languages. */
  | { readonly kind: 'languages' }
  | { readonly kind: 'language'; readonly language: string };

/** How a question of the quiz was answered. */
export type QuizAnswer = 'yes' | 'no' | 'unsure';

/** Answers travel as one letter each: all of them fit into one button. */
const ANSWER_LETTERS: Readonly<Record<QuizAnswer, string>> = { yes: 'y', no: 'n', unsure: 'u' };
/** Actions that are their own name. */
const PLAIN = [
  'escalate',
  'plan',
  'card',
  'copy',
  'forget',
  'name',
  'decode',
  'providers',
  'skip',
  'stop',
  'languages',
] as const;

/** How each action is read back; anything else is none of ours. */
const READERS: readonly (readonly [pattern: RegExp, read: (...parts: string[]) => ButtonAction])[] = [
  [/^topic:([a-z_]{1,40})$/, (topic) => ({ kind: 'topic', topic: topic! })],
  [/^as:(document|selfie|selfie-with-document)$/, (as) => ({ kind: 'judge-as', as: as as PhotoKind })],
  [/^why:([a-z-]{1,30})(?::([a-z-]{1,20}))?$/, (code, variant) => ({ kind: 'why', code: code!, variant })],
  [/^helpful:(yes|no)$/, (answer) => ({ kind: 'helpful', isHelpful: answer === 'yes' })],
  [new RegExp(`^(${PLAIN.join('|')})$`), (kind) => ({ kind: kind as (typeof PLAIN)[number] })],
  [/^(taken|closed):(-?\d{1,20})$/, (kind, channel) => ({ kind: kind as 'taken' | 'closed', channel: channel! })],
  [
    /^retake((?::[A-Za-z0-9_#-]{1,40}){0,4})$/,
    (words) => ({ kind: 'retake', words: words!.slice(1).replaceAll(':', ' ') }),
  ],
  [/^provider:([a-z]{1,20})$/, (id) => ({ kind: 'provider', id: id! })],
  [
    /^quiz(?::(document|selfie|selfie-with-document)(?::([ynu]{0,12}))?)?$/,
    (of, letters = '') => ({ kind: 'quiz', of: of as PhotoKind | undefined, answers: [...letters].map(answerOf) }),
  ],
  [/^language:([A-Za-z-]{2,20})$/, (language) => ({ kind: 'language', language: language! })],
];

/** As short ASCII text, well below Telegram's 64 bytes. */
export function writeAction(action: ButtonAction): string {
  switch (action.kind) {
    case 'topic':
      return `topic:${action.topic}`;
    case 'judge-as':
      return `as:${action.as}`;
    case 'why':
      return action.variant === undefined ? `why:${action.code}` : `why:${action.code}:${action.variant}`;
    case 'helpful':
      return `helpful:${action.isHelpful ? 'yes' : 'no'}`;
    case 'taken':
    case 'closed':
      return `${action.kind}:${action.channel}`;
    case 'retake':
      return ['retake', ...action.words.split(' ')].filter(Boolean).join(':');
    case 'provider':
      return `provider:${action.id}`;
    case 'quiz': {
      const letters = action.answers.map((answer) => ANSWER_LETTERS[answer]).join('');
      return action.of === undefined ? 'quiz' : `quiz:${action.of}:${letters}`;
    }
    case 'language':
      return `language:${action.language}`;
    default:
      return action.kind;
  }
}

/** The action of a text; undefined when it is none of ours. */
export function readAction(text: string): ButtonAction | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (match) return read(...match.slice(1));
  }
  return undefined;
}

function answerOf(letter: string): QuizAnswer {
  return letter === 'y' ? 'yes' : letter === 'n' ? 'no' : 'unsure';
}
