import { expect, it } from 'vitest';
import { listLicences, TAKEN_LICENCES } from '../bench/licences/list-licences.ts';

it('every package that the product needs has a licence that the project takes', () => {
  const packages = listLicences();
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ licence }) => !TAKEN_LICENCES.has(licence))).toEqual([]);
});
