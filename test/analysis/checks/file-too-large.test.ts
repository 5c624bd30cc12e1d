import { describe, expect, it } from 'vitest';
import { fileTooLarge } from '../../../src/analysis/checks/file-too-large.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

const { maxSizeBytes } = policy.file;

describe('file-too-large', () => {
  it('takes a file of exactly the limit', () => {
    expect(fileTooLarge.judge(factsOfFile({ sizeBytes: maxSizeBytes }), policy)).toBeUndefined();
  });

  it('refuses one byte more, and says both sizes', () => {
    const judgement = fileTooLarge.judge(factsOfFile({ sizeBytes: maxSizeBytes + 1 }), policy);
    expect(judgement).toMatchObject({
      severity: 'blocker',
      values: { sizeBytes: maxSizeBytes + 1, maxSizeBytes },
    });
  });
});
