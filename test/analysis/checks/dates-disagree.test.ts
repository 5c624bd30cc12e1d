import { describe, expect, it } from 'vitest';
import { datesDisagree } from '../../../src/analysis/checks/dates-disagree.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { readPhoto } from './photo-facts.ts';

describe('dates-disagree', () => {
  it('warns where two places tell different dates, without any date', () => {
    expect(datesDisagree.judge(readPhoto({ datesDisagree: true }), policy)).toMatchObject({
      severity: 'warning',
      values: {},
    });
  });

  it('says nothing where they agree, or nothing was read', () => {
    expect(datesDisagree.judge(readPhoto({}), policy)).toBeUndefined();
    expect(datesDisagree.judge({ ...readPhoto({}), text: undefined }, policy)).toBeUndefined();
  });
});
