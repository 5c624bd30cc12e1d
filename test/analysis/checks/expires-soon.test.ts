import { describe, expect, it } from 'vitest';
import { expiresSoon } from '../../../src/analysis/checks/expires-soon.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentPhoto, expiryIn, readPhoto } from './photo-facts.ts';

const { warnDaysLeft, noteDaysLeft } = policy.text;
const judge = (daysLeft: number) => expiresSoon.judge(readPhoto({ expiry: expiryIn(daysLeft) }), policy);

describe('expires-soon', () => {
  it('warns in the last month and mentions it in the last half year', () => {
    expect(judge(1)).toMatchObject({ severity: 'warning', values: { daysLeft: 1 } });
    expect(judge(warnDaysLeft - 1)).toMatchObject({ severity: 'warning' });
    expect(judge(warnDaysLeft)).toMatchObject({ severity: 'note' });
    expect(judge(noteDaysLeft - 1)).toMatchObject({ severity: 'note' });
  });

  it('is silent before that, and leaves what has expired to the other check', () => {
    expect(judge(noteDaysLeft)).toBeUndefined();
    expect(judge(0)).toBeUndefined();
    expect(expiresSoon.judge(documentPhoto(), policy)).toBeUndefined();
  });
});
