import { describe, expect, it } from 'vitest';
import { mrzUnreadable } from '../../../src/analysis/checks/mrz-unreadable.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { ZoneFacts } from '../../../src/analysis/types.ts';
import { documentPhoto, readPhoto, zoneOf } from './photo-facts.ts';

const judge = (changes: Partial<ZoneFacts>) => mrzUnreadable.judge(readPhoto({ zone: zoneOf(changes) }), policy);

describe('mrz-unreadable', () => {
  it('takes what could be read, also when some characters are in doubt', () => {
    expect(judge({})).toBeUndefined();
    expect(judge({ certainty: 0.01 })).toBeUndefined();
  });

  it('warns where the network was guessing, and shows where', () => {
    const { area } = zoneOf();
    expect(judge({ isReadable: false })).toMatchObject({ severity: 'warning', areas: [area] });
  });

  it('takes a wrong check digit among doubtful characters for a misreading', () => {
    expect(judge({ wrongChecks: 1, certainty: policy.text.sureZone - 0.01 })).toMatchObject({ severity: 'warning' });
    expect(judge({ wrongChecks: 1, certainty: policy.text.sureZone })).toBeUndefined();
  });

  it('says nothing without a zone', () => {
    expect(mrzUnreadable.judge(documentPhoto(), policy)).toBeUndefined();
  });
});
