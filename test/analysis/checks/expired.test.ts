import { describe, expect, it } from 'vitest';
import { expired } from '../../../src/analysis/checks/expired.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentPhoto, expiryIn, readPhoto, zoneOf } from './photo-facts.ts';

const judge = (daysLeft: number) => expired.judge(readPhoto({ expiry: expiryIn(daysLeft) }), policy);

describe('expired', () => {
  it('takes documents that are valid tomorrow', () => {
    expect(judge(1)).toBeUndefined();
  });

  it('counts today as expired', () => {
    expect(judge(0)).toMatchObject({ severity: 'blocker', values: { daysAgo: 0 } });
  });

  it('tells how long ago it was, and never the date itself', () => {
    expect(judge(-400)?.values).toEqual({ daysAgo: 400 });
  });

  it('only warns where nothing vouches for the date', () => {
    const doubtful = expiryIn(-10, policy.text.sureExpiry - 0.01);
    expect(expired.judge(readPhoto({ expiry: doubtful }), policy)).toMatchObject({ severity: 'warning' });
  });

  it('says nothing where no date was read', () => {
    expect(expired.judge(readPhoto({ zone: zoneOf() }), policy)).toBeUndefined();
    expect(expired.judge(documentPhoto({ text: undefined }), policy)).toBeUndefined();
  });
});
