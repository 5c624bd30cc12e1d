import { describe, expect, it } from 'vitest';
import { judge, judgeForProviders, verdictOf } from '../../src/analysis/judge.ts';
import { policy } from '../../src/analysis/policy.ts';
import { policyOf, profiles } from '../../src/analysis/profiles.ts';
import { factsOfFile } from './checks/file-facts.ts';

describe('profiles', () => {
  it('have ids of their own, a source and a day on which it was looked up', () => {
    const ids = profiles.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, date, source, name } of profiles) {
      expect(id).toMatch(/^[a-z]{1,20}$/);
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).toMatch(name === undefined ? /^policy\.ts$/ : /^https:\/\//);
    }
  });

  it('change only what they name', () => {
    expect(policyOf('generic')).toEqual(policy);
    expect(policyOf('nobody')).toEqual(policy);
    expect(policyOf(undefined)).toEqual(policy);
    expect(policyOf('complycube')).toEqual({
      ...policy,
      file: expect.objectContaining({ maxSizeBytes: 4_000_000, maxPixels: policy.file.maxPixels }),
      document: { ...policy.document, minDpi: 150 },
    });
  });

  it.each([
    ['a HEIC photo', { format: 'heic', sizeBytes: 2_000_000 }, 'veriff', 'onfido', 'converted-format'],
    ['90 kB', { format: 'jpeg', sizeBytes: 90_000 }, 'onfido', 'sumsub', 'file-too-small'],
    ['8 MB', { format: 'jpeg', sizeBytes: 8_000_000 }, 'stripe', 'complycube', 'file-too-large'],
    ['12 MB', { format: 'jpeg', sizeBytes: 12_000_000 }, 'sumsub', 'stripe', 'file-too-large'],
    ['9000 px', { format: 'jpeg', sizeBytes: 5e6, storedWidthPx: 9000 }, 'onfido', 'stripe', 'too-many-pixels'],
  ] as const)('judge %s each in their own way', (_, file, takes, refuses, code) => {
    const facts = factsOfFile(file);
    const byProvider = judgeForProviders(facts);
    expect(byProvider[takes]?.blockers).not.toContain(code);
    expect(byProvider[refuses]?.blockers).toContain(code);
    expect(byProvider[refuses]?.verdict).toBe('retake');
  });

  it('are judged beside the limits that count', () => {
    const facts = factsOfFile({ format: 'jpeg', sizeBytes: 8_000_000 });
    expect(judgeForProviders(facts)['generic']?.verdict).toBe(verdictOf(judge(facts, policy)));
  });
});
