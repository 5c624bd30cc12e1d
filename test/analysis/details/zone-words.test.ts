import { describe, expect, it } from 'vitest';
import { zoneWords } from '../../../src/analysis/details/zone-words.ts';

const forms = (typed: string) => zoneWords(typed)?.forms.map((words) => words.join('<'));

describe('zoneWords', () => {
  it.each([
    ["D'Artigues", 'DARTIGUES'],
    ['Martin du Nord', 'MARTIN<DU<NORD'],
    ['Jean-Paul', 'JEAN<PAUL'],
    ['Émilie Çelik', 'EMILIE<CELIK'],
    ['Łukasz Żółty', 'LUKASZ<ZOLTY'],
    ['Þórður', 'THORDUR'],
    ['İpek Işık', 'IPEK<ISIK'],
    ['Нина Щукина', 'NINA<SHCHUKINA'],
  ])('writes %s as a zone does', (typed, zone) => {
    expect(forms(typed)).toContain(zone);
  });

  it('tries each way that issuers may choose', () => {
    expect(forms('Müller')).toEqual(['MUELLER', 'MULLER', 'MUXXLLER']);
    expect(forms('Groß')).toEqual(['GROSS']);
    expect(forms('Ibáñez')).toEqual(['IBANEZ', 'IBANXXEZ']);
  });

  it('gives up on scripts without a table, and on what holds no letter', () => {
    for (const typed of ['王小明', '김민준', 'محمد علي', '', '  ', '12 / 34', '\u202e\u0000'])
      expect(zoneWords(typed)).toBeUndefined();
  });

  it('drops what is invisible, and reads no more than a name can hold', () => {
    expect(forms('A\u202en\u200bna')).toEqual(['ANNA']);
    expect(forms('x'.repeat(1_000_000))![0]).toHaveLength(150);
  });
});
