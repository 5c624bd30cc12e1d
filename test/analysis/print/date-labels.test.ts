import { describe, expect, it } from 'vitest';
import { labelsIn } from '../../../src/analysis/print/date-labels.ts';

const meanings = (line: string) => labelsIn(line).map(({ meaning }) => meaning);

describe('labelsIn', () => {
  it.each([
    'EXP',
    'Expires On',
    'Date of expiry',
    "Date d'expiration",
    'Valid until',
    'Gültig bis',
    'Fecha de caducidad',
    'Vencimiento',
    'Válido até',
    'Scadenza',
    'Geldig tot',
    'Data ważności',
    '4b.',
  ])('takes "%s" for a label of the expiry', (line) => {
    expect(meanings(line)).toContain('expiry');
  });

  it.each(['DOB', 'Date of Birth', 'ISS', 'Issued On', 'Date de délivrance', '4a', 'REV'])(
    'takes "%s" for a label of another date',
    (line) => {
      expect(meanings(line)).toEqual(['other']);
    },
  );

  it.each(['EXEMPLAR', 'EXPRESS', 'MISSISSIPPI', 'REVERE', 'Surname'])('takes "%s" for no label', (line) => {
    expect(meanings(line)).toEqual([]);
  });

  it('tells where a label stands', () => {
    const line = 'ü 4a 01.02.2020 Gültig bis';
    const labels = labelsIn(line);
    expect(labels.map(({ from, to }) => line.slice(from, to))).toEqual(['4a', 'Gültig bis']);
  });
});
