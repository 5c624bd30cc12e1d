import type { PhotoKind } from '../../analysis/index.ts';

/** What a button does. It travels through the platform as short text and comes back from people, so it is parsed. */
export type ButtonAction =
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'judge-as'; readonly as: PhotoKind }
  /** Shows the languages. */
  | { readonly kind: 'languages' }
  | { readonly kind: 'language'; readonly language: string };

const TOPIC = /^topic:([a-z_]{1,40})$/;
const LANGUAGES = 'languages';
const LANGUAGE = /^language:([A-Za-z-]{2,20})$/;
const JUDGE_AS = /^as:(document|selfie|selfie-with-document)$/;

/** As short ASCII text, well below Telegram's 64 bytes. */
export function writeAction(action: ButtonAction): string {
  switch (action.kind) {
    case 'topic':
      return `topic:${action.topic}`;
    case 'judge-as':
      return `as:${action.as}`;
    case 'languages':
      return LANGUAGES;
    case 'language':
      return `language:${action.language}`;
  }
}

/** The action of a text; undefined when it is none of ours. */
export function readAction(text: string): ButtonAction | undefined {
  const topic = TOPIC.exec(text)?.[1];
  if (topic !== undefined) return { kind: 'topic', topic };
  if (text === LANGUAGES) return { kind: 'languages' };
  const language = LANGUAGE.exec(text)?.[1];
  if (language !== undefined) return { kind: 'language', language };
  const as = JUDGE_AS.exec(text)?.[1];
  return as === undefined ? undefined : { kind: 'judge-as', as: as as PhotoKind };
}
