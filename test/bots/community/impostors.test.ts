import { describe, expect, it } from 'vitest';
import { resemblesStaff } from '../../../src/bots/community/index.ts';

const STAFF = ['Acme Support', 'Moderator', 'Help Desk'];

describe('names that imitate staff', () => {
  it.each([
    'Acme Support',
    'ACME SUPPORT',
    'Аcme Suppоrt',
    'AcmeSupport',
    'Acme-Support ✅',
    'Acme Support (official)',
    'Moderat0r',
    'Moderatör',
    'Moderatorr',
    '⭐ Moderator ⭐',
    'help desk 24/7',
  ])('are told: %s', (name) => {
    expect(resemblesStaff(name, STAFF)).toBe(true);
  });

  it.each(['Anna', 'Support', 'Acme fan', 'moderate weather', 'Helpful Anna', 'Desk', '', '…', '支持', 'Модест'])(
    'are not seen in: %s',
    (name) => {
      expect(resemblesStaff(name, STAFF)).toBe(false);
    },
  );
});
