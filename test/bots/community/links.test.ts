import { describe, expect, it } from 'vitest';
import { lookalikes } from '../../../src/bots/community/index.ts';

const OFFICIAL = ['https://www.coinharbor.com/verify', 'https://help.coinharbor.io'];
const found = (text: string) => lookalikes(text, OFFICIAL);

describe('lookalikes', () => {
  it.each([
    'coinharbor.com',
    'see https://www.coinharbor.com/verify?x=1 and help.coinharbor.io',
    'https://id.coinharbor.com',
    'https://example.com/coinharbor',
    'I use harbor.org and coin.net',
    'no link at all, coinharbor is great',
    'version 1.2.3 of it e.g. this',
  ])('lets alone what is official, or nothing like it: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['https://coinharbor-verify.com', 'coinharbor-verify.com'],
    ['coinharb0r.com', 'coinharb0r.com'],
    ['go to COINHARBOR.net now', 'coinharbor.net'],
    ['https://coinharbor.com.kyc-check.xyz/start', 'coinharbor.com.kyc-check.xyz'],
    ['coinharbоr.com', 'coinharbоr.com'],
    ['cοinharbor.com/verify', 'cοinharbor.com'],
    ['coinharbour.com', 'coinharbour.com'],
    ['(coimharbor.com)', 'coimharbor.com'],
    ['support.coin-harbor.app', 'support.coin-harbor.app'],
  ])('sees through %s', (text, host) => {
    expect(found(text)).toEqual([host]);
  });

  it('knows nothing where no address is official, and bears everything', () => {
    expect(lookalikes('coinharb0r.com', [])).toEqual([]);
    for (const text of ['.'.repeat(5000), 'a.'.repeat(5000), '🙂.🙂', '\u0000.com'])
      expect(Array.isArray(found(text))).toBe(true);
  });
});
