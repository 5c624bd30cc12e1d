import { describe, expect, it } from 'vitest';
import { tooManyPixels } from '../../../src/analysis/checks/too-many-pixels.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

const { maxPixels, maxWholePixels } = policy.file;

describe('too-many-pixels', () => {
  it('is silent about a large photo that could be decoded', () => {
    const facts = factsOfFile({ storedWidthPx: 12_000, storedHeightPx: 9000 });
    expect(tooManyPixels.judge(facts, policy)).toBeUndefined();
  });

  it('says the size and the limit of what could not', () => {
    const facts = factsOfFile({ problem: 'too-many-pixels', storedWidthPx: 16_000, storedHeightPx: 16_000 });
    expect(tooManyPixels.judge(facts, policy)).toMatchObject({
      severity: 'blocker',
      values: { widthPx: 16_000, heightPx: 16_000, maxPixels },
    });
  });

  it('says the lower limit when the format is what made it too much', () => {
    const facts = factsOfFile({ problem: 'too-many-pixels', storedWidthPx: 8000, storedHeightPx: 8000 });
    expect(tooManyPixels.judge(facts, policy)?.values).toMatchObject({ maxPixels: maxWholePixels });
  });
});
