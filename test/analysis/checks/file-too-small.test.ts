import { describe, expect, it } from 'vitest';
import { fileTooSmall } from '../../../src/analysis/checks/file-too-small.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

const { minSizeBytes } = policy.file;

describe('file-too-small', () => {
  it('takes a file of exactly the limit', () => {
    expect(fileTooSmall.judge(factsOfFile({ sizeBytes: minSizeBytes }), policy)).toBeUndefined();
  });

  it('warns one byte below, and says both sizes', () => {
    const judgement = fileTooSmall.judge(factsOfFile({ sizeBytes: minSizeBytes - 1 }), policy);
    expect(judgement).toMatchObject({
      severity: 'warning',
      values: { sizeBytes: minSizeBytes - 1, minSizeBytes },
    });
  });

  it('leaves an empty file to the check of that', () => {
    expect(fileTooSmall.judge(factsOfFile({ sizeBytes: 0, problem: 'empty' }), policy)).toBeUndefined();
  });
});
