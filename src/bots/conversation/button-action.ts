import type { PhotoKind } from '../../analysis/index.ts';

/** What a button does. It travels through the platform as short text and comes back from people, so it is parsed. */
export type ButtonAction =
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'judge-as'; readonly as: PhotoKind };

const TOPIC = /^topic:([a-z_]{1,40})$/;
const JUDGE_AS = /^as:(document|selfie|selfie-with-document)$/;

/** As short ASCII text, well below Telegram's 64 bytes. */
export function writeAction(action: ButtonAction): string {
  return action.kind === 'topic' ? `topic:${action.topic}` : `as:${action.as}`;
}

/** The action of a text; undefined when it is none of ours. */
export function readAction(text: string): ButtonAction | undefined {
  const topic = TOPIC.exec(text)?.[1];
  if (topic !== undefined) return { kind: 'topic', topic };
  const as = JUDGE_AS.exec(text)?.[1];
  return as === undefined ? undefined : { kind: 'judge-as', as: as as PhotoKind };
}
