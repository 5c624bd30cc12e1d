import { describe, expect, it } from 'vitest';
import { unreadableFile } from '../../../src/analysis/checks/unreadable-file.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

describe('unreadable-file', () => {
  it('is silent about a file that opens', () => {
    expect(unreadableFile.judge(factsOfFile({}), policy)).toBeUndefined();
  });

  it.each(['empty', 'damaged', 'password'] as const)('asks for another file when it is %s', (problem) => {
    expect(unreadableFile.judge(factsOfFile({ problem }), policy)).toMatchObject({
      severity: 'blocker',
      values: { problem },
    });
  });

  it('asks for the file again when only a part of it came', () => {
    const judgement = unreadableFile.judge(factsOfFile({ isTruncated: true }), policy);
    expect(judgement).toMatchObject({ severity: 'blocker', values: { problem: 'incomplete' } });
  });

  it.each(['unsupported', 'too-many-bytes', 'too-many-pixels'] as const)(
    'leaves %s to the check of that',
    (problem) => {
      expect(unreadableFile.judge(factsOfFile({ problem }), policy)).toBeUndefined();
    },
  );
});
