import { describe, expect, it } from 'vitest';
import { detailsMismatch } from '../../../src/analysis/checks/details-mismatch.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { readPhoto } from './photo-facts.ts';

describe('details-mismatch', () => {
  it('warns of the first difference and counts all of them', () => {
    const facts = readPhoto({ mismatches: ['spelling', 'birth-date'] });
    expect(detailsMismatch.judge(facts, policy)).toMatchObject({
      severity: 'warning',
      values: { problem: 'spelling', mismatches: 2 },
    });
  });

  it('says nothing where nothing differs, or nothing was read', () => {
    expect(detailsMismatch.judge(readPhoto({}), policy)).toBeUndefined();
    expect(detailsMismatch.judge({ ...readPhoto({}), text: undefined }, policy)).toBeUndefined();
  });
});
