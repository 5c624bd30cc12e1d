import type { PhotoKind } from '../../analysis/index.ts';

/** What a button does. It travels through the platform as short text and comes back from people, so it is parsed. */
export type ButtonAction =
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'judge-as'; readonly as: PhotoKind }
  /** Why a finding matters; `variant` is its side, cause or problem. */
  | { readonly kind: 'why'; readonly code: string; readonly variant?: string | undefined }
  | { readonly kind: 'helpful'; readonly isHelpful: boolean }
  /** Shows the languages. */
  | { readonly kind: 'languages' }
  | { readonly kind: 'language'; readonly language: string };

const LANGUAGES = 'languages';

/** How each action is read back; anything else is none of ours. */
const READERS: readonly (readonly [pattern: RegExp, read: (...parts: string[]) => ButtonAction])[] = [
  [/^topic:([a-z_]{1,40})$/, (topic) => ({ kind: 'topic', topic: topic! })],
  [/^as:(document|selfie|selfie-with-document)$/, (as) => ({ kind: 'judge-as', as: as as PhotoKind })],
  [/^why:([a-z-]{1,30})(?::([a-z-]{1,20}))?$/, (code, variant) => ({ kind: 'why', code: code!, variant })],
  [/^helpful:(yes|no)$/, (answer) => ({ kind: 'helpful', isHelpful: answer === 'yes' })],
  [/^languages$/, () => ({ kind: 'languages' })],
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
    case 'languages':
      return LANGUAGES;
    case 'language':
      return `language:${action.language}`;
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
