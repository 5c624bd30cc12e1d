import { describe, expect, it } from 'vitest';
import { fitTemperature } from '../../../src/faq/train/calibrate.ts';

const said = (sure: number, label: number) => ({ logits: Float64Array.from([sure, 0]), label, knownRatio: 1 });

describe('fitTemperature', () => {
  it('cools what is right more often than it says', () => {
    expect(fitTemperature([said(1, 0), said(1, 0), said(1, 0), said(1, 0)])).toBeLessThan(1);
  });
  it('warms what is wrong more often than it says', () => {
    expect(fitTemperature([said(3, 0), said(3, 0), said(3, 1)])).toBeGreaterThan(1);
  });
});
