import { describe, expect, it } from 'vitest';
import { convertedFormat } from '../../../src/analysis/checks/converted-format.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

describe('converted-format', () => {
  it.each(['heic', 'avif', 'tiff', 'pdf', 'webp', 'gif'] as const)('warns that few checks take %s', (format) => {
    expect(convertedFormat.judge(factsOfFile({ format }), policy)).toMatchObject({
      severity: 'warning',
      values: { format },
    });
  });

  it.each(['jpeg', 'png'] as const)('takes %s as it is', (format) => {
    expect(convertedFormat.judge(factsOfFile({ format }), policy)).toBeUndefined();
  });

  it('leaves a format that nobody takes to the check of that', () => {
    expect(convertedFormat.judge(factsOfFile({ format: 'svg', problem: 'unsupported' }), policy)).toBeUndefined();
  });
});
