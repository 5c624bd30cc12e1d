import { describe, expect, it } from 'vitest';
import { unsupportedFormat } from '../../../src/analysis/checks/unsupported-format.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

describe('unsupported-format', () => {
  it('names the format that cannot be taken', () => {
    const judgement = unsupportedFormat.judge(factsOfFile({ format: 'svg', problem: 'unsupported' }), policy);
    expect(judgement).toMatchObject({ severity: 'blocker', values: { format: 'svg' } });
  });

  it('does not speak of a photo that is damaged', () => {
    expect(unsupportedFormat.judge(factsOfFile({ problem: 'damaged' }), policy)).toBeUndefined();
  });
});
