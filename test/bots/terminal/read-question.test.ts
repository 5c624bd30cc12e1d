import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/bots/terminal/read-question.ts';

describe('readQuestion', () => {
  it('takes a plain line as it is', () => {
    expect(readQuestion('  why? ')).toEqual({ text: '  why? ' });
  });
  it('reads text and context from JSON', () => {
    expect(readQuestion('{"text":"why?","context":"rejected"}')).toEqual({ text: 'why?', context: 'rejected' });
    expect(readQuestion('{"text":"why?","context":null}')).toEqual({ text: 'why?', context: undefined });
  });
  it('takes JSON that is broken or has no text as text', () => {
    expect(readQuestion('{"text":')).toEqual({ text: '{"text":' });
    expect(readQuestion('{"text":1}')).toEqual({ text: '{"text":1}' });
  });
});
