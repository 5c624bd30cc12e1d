import { describe, expect, it } from 'vitest';
import { decide } from '../../src/faq/decide.ts';
import type { FaqModel } from '../../src/faq/types.ts';

const model = {
  topics: ['blurry', 'circumvention', 'expired', 'greeting', 'other_account_issue', 'out_of_scope'],
  thresholds: { ours: 0.6, clear: 0.7, known: 0.5 },
} as unknown as FaqModel;

const decideOn = (probabilities: readonly number[], known = 1) =>
  decide(Float64Array.from(probabilities), known, model);

describe('decide', () => {
  it('answers a topic that is clear', () => {
    expect(decideOn([0.71, 0, 0.29, 0, 0, 0])).toMatchObject({ decision: 'answer', topic: 'blurry', choices: [] });
  });
  it('offers the topics when none is clear, the most probable first', () => {
    const { decision, topic, choices } = decideOn([0.4, 0, 0.6, 0, 0, 0]);
    expect(decision).toBe('choose');
    expect(topic).toBeNull();
    expect(choices.map((choice) => choice.topic)).toEqual(['expired', 'blurry']);
  });
  it('declines just below the limit and answers at it', () => {
    expect(decideOn([0.59, 0, 0, 0, 0, 0.41])).toMatchObject({ decision: 'fallback', topic: null });
    expect(decideOn([0.6, 0, 0, 0, 0, 0.4])).toMatchObject({ decision: 'answer', topic: 'blurry' });
  });
  it('calls what it must not answer by its name', () => {
    expect(decideOn([0.1, 0.9, 0, 0, 0, 0])).toMatchObject({ decision: 'refuse', topic: 'circumvention' });
    expect(decideOn([0.1, 0, 0, 0, 0.9, 0])).toMatchObject({ decision: 'handoff', topic: 'other_account_issue' });
    expect(decideOn([0.1, 0, 0, 0.9, 0, 0])).toMatchObject({ decision: 'smalltalk', topic: 'greeting' });
  });
  it('does not answer what may well ask for deceit', () => {
    expect(decideOn([0.7, 0.3, 0, 0, 0, 0])).toMatchObject({ decision: 'refuse', topic: 'circumvention' });
    expect(decideOn([0.74, 0.26, 0, 0, 0, 0])).toMatchObject({ decision: 'fallback', topic: null });
    expect(decideOn([0.76, 0.24, 0, 0, 0, 0])).toMatchObject({ decision: 'answer', topic: 'blurry' });
  });
  it('declines whatever is not made of known letters, however sure the model is', () => {
    expect(decideOn([1, 0, 0, 0, 0, 0], 0.49)).toMatchObject({ decision: 'fallback', topic: null });
    expect(decideOn([1, 0, 0, 0, 0, 0], 0.5).decision).toBe('answer');
  });
});
