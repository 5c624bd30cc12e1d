import { describe, expect, it } from 'vitest';
import { type ButtonAction, readAction, writeAction } from '../../../src/bots/conversation/button-action.ts';

const actions: ButtonAction[] = [
  { kind: 'topic', topic: 'accepted_documents' },
  { kind: 'judge-as', as: 'document' },
  { kind: 'judge-as', as: 'selfie-with-document' },
  { kind: 'why', code: 'no-document-in-selfie', variant: 'not-frontal' },
  { kind: 'why', code: 'blur', variant: undefined },
  { kind: 'helpful', isHelpful: true },
  { kind: 'helpful', isHelpful: false },
  { kind: 'languages' },
  { kind: 'retake', words: '' },
  { kind: 'retake', words: 'set leakGuard dry-run' },
  { kind: 'retake', words: 'send #0a1b2c3d 4711' },
  { kind: 'retake', words: 'means 123456 other_account_issue' },
  { kind: 'language', language: 'pt' },
];

describe('button actions', () => {
  it.each(actions)('come back as they were written, in at most 64 bytes of ASCII: %j', (action) => {
    const text = writeAction(action);
    expect(text).toMatch(/^[\x20-\x7e]{1,64}$/);
    expect(readAction(text)).toEqual(action);
  });

  it.each([
    '',
    'topic:',
    'topic:../../x',
    'as:passport',
    'as:selfie\n',
    'drop table',
    'topic:Selfie',
    'why:',
    'why:<b>',
    'helpful:maybe',
  ])('are not read from %j', (text) => {
    expect(readAction(text)).toBeUndefined();
  });
});
