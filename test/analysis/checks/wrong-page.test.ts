import { describe, expect, it } from 'vitest';
import { wrongPage } from '../../../src/analysis/checks/wrong-page.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { readPhoto, zoneOf } from './photo-facts.ts';

describe('wrong-page', () => {
  it('warns of a visa and shows by what it is told', () => {
    const zone = zoneOf({ isVisa: true });
    expect(wrongPage.judge(readPhoto({ zone }), policy)).toMatchObject({ severity: 'warning', areas: [zone.area] });
  });

  it('says nothing of other zones, or where none was found', () => {
    expect(wrongPage.judge(readPhoto({ zone: zoneOf() }), policy)).toBeUndefined();
    expect(wrongPage.judge(readPhoto({ zone: undefined }), policy)).toBeUndefined();
  });
});
