import { describe, expect, it } from 'vitest';
import { fitThresholds } from '../../../src/faq/train/thresholds.ts';

const topics = ['blurry', 'expired', 'out_of_scope'];
const said = (logits: readonly number[], label: number, knownRatio = 1) => ({
  logits: Float64Array.from(logits, Math.log),
  label,
  knownRatio,
});

describe('fitThresholds', () => {
  it('puts the limit between questions of ours and others', () => {
    const ours = Array.from({ length: 20 }, () => said([0.8, 0.05, 0.15], 0));
    const others = Array.from({ length: 20 }, () => said([0.5, 0.05, 0.45], 2));
    const { ours: limit } = fitThresholds([...ours, ...others], topics, 1);
    expect(limit).toBeGreaterThan(0.55);
    expect(limit).toBeLessThanOrEqual(0.86);
  });
  it('asks back where the best topic is right only every third time', () => {
    const unclear = Array.from({ length: 30 }, (_, i) => said([0.5, 0.45, 0.05], i % 3 === 0 ? 0 : 1));
    const { clear } = fitThresholds(unclear, topics, 1);
    expect(clear).toBeGreaterThan(0.5 / 0.95);
  });
  it('takes hardly any phrase of ours for gibberish', () => {
    const heldOut = Array.from({ length: 100 }, (_, i) => said([0.8, 0.1, 0.1], 0, 0.6 + i / 1000));
    expect(fitThresholds(heldOut, topics, 1).known).toBe(0.6);
  });
});
