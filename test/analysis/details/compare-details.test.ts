import { describe, expect, it } from 'vitest';
import { compareDetails } from '../../../src/analysis/details/compare-details.ts';

const born = (birth: string) => ({ surname: ['ERIKSSON'], given: ['ANNA'], isTruncated: false, birth });

describe('compareDetails', () => {
  it('finds nothing where nothing was typed, or all agrees', () => {
    expect(compareDetails({}, born('740812'))).toEqual([]);
    expect(compareDetails({ name: 'Anna Eriksson', birthDate: '1974-08-12' }, born('740812'))).toEqual([]);
  });

  it('tells a wrong date of birth from a swapped one', () => {
    expect(compareDetails({ birthDate: '1974-08-13' }, born('740812'))).toEqual(['birth-date']);
    expect(compareDetails({ birthDate: '1975-08-12' }, born('740812'))).toEqual(['birth-date']);
    expect(compareDetails({ birthDate: '1974-12-08' }, born('740812'))).toEqual(['birth-date-swapped']);
    expect(compareDetails({ birthDate: '1975-12-08' }, born('740812'))).toEqual(['birth-date']);
  });

  it('lets parts that the document does not know fit any', () => {
    expect(compareDetails({ birthDate: '1974-08-13' }, born('74<<<<'))).toEqual([]);
    expect(compareDetails({ birthDate: '1974-08-13' }, born('<<<<<<'))).toEqual([]);
    expect(compareDetails({ birthDate: 'yesterday' }, born('740812'))).toEqual([]);
  });

  it('tells the name first', () => {
    expect(compareDetails({ name: 'Eva Lind', birthDate: '1974-08-13' }, born('740812'))).toEqual([
      'different',
      'birth-date',
    ]);
  });
});
