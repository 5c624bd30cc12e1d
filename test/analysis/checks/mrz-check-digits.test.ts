import { describe, expect, it } from 'vitest';
import { mrzCheckDigits } from '../../../src/analysis/checks/mrz-check-digits.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { ZoneFacts } from '../../../src/analysis/types.ts';
import { documentOf, documentPhoto, readPhoto, zoneOf } from './photo-facts.ts';

const { sureZone } = policy.text;
const judge = (changes: Partial<ZoneFacts>) => mrzCheckDigits.judge(readPhoto({ zone: zoneOf(changes) }), policy);

describe('mrz-check-digits', () => {
  it('counts the wrong check digits when every character was read surely', () => {
    expect(judge({ wrongChecks: 2, certainty: sureZone })).toMatchObject({
      severity: 'warning',
      values: { wrongChecks: 2 },
    });
  });

  it('is silent under fingers, which hide what is then guessed', () => {
    const covered = { areaRatio: policy.document.warnCoveredRatio, spots: [] };
    const facts = { ...readPhoto({ zone: zoneOf({ wrongChecks: 2 }) }), document: documentOf({ covered }) };
    expect(mrzCheckDigits.judge(facts, policy)).toBeUndefined();
  });

  it('is silent when all fit, and where the reading itself is in doubt', () => {
    expect(judge({ wrongChecks: 0 })).toBeUndefined();
    expect(judge({ wrongChecks: 2, certainty: sureZone - 0.01 })).toBeUndefined();
    expect(judge({ wrongChecks: 2, isReadable: false })).toBeUndefined();
    expect(mrzCheckDigits.judge(documentPhoto(), policy)).toBeUndefined();
  });
});
