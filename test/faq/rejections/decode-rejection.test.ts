import { describe, expect, it } from 'vitest';
import { decodeRejection } from '../../../src/faq/index.ts';
import { REJECTION_CODES } from '../../../src/faq/rejections/codes.ts';
import { REJECTION_WORDINGS } from '../../../src/faq/rejections/wordings.ts';
import { FINDING_CODES } from '../../support/finding-codes.ts';
import { english } from '../../support/locales.ts';

const causesOf = (text: string) => decodeRejection(text).meanings.map(({ cause }) => cause);
const allCodes = Object.entries(REJECTION_CODES).flatMap(([provider, causes]) =>
  Object.entries(causes).flatMap(([cause, codes]) => codes.split(' ').map((code) => ({ provider, cause, code }))),
);

describe('decodeRejection', () => {
  it('knows codes of every provider and wordings in several languages, and has advice for each', () => {
    expect(allCodes.length).toBeGreaterThanOrEqual(300);
    expect(Object.values(REJECTION_WORDINGS).flat().length).toBeGreaterThanOrEqual(100);
    const causes = new Set([...allCodes.map(({ cause }) => cause), ...Object.keys(REJECTION_WORDINGS)]);
    const isSaid = (cause: string) =>
      FINDING_CODES.includes(cause) || english(`chat:decoder.causes.${cause}.do`, { defaultValue: '' }) !== '';
    expect([...causes].filter((cause) => !isSaid(cause))).toEqual([]);
  });

  it('has no code twice at one provider', () => {
    const keys = allCodes.map(({ provider, code }) => `${provider} ${code.toLowerCase()}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it.each(allCodes)('understands $code of $provider', ({ provider, code, cause }) => {
    expect(decodeRejection(`${provider}: ${code}`).meanings).toContainEqual({ provider, code, cause });
  });

  it.each(Object.entries(REJECTION_WORDINGS).flatMap(([cause, texts]) => texts.map((text) => [text, cause] as const)))(
    'understands "%s" inside a longer message',
    (text, cause) => {
      expect(causesOf(`Hello! ${text}. Regards, the team`)).toContain(cause);
    },
  );

  it.each([
    ['document expired', ['expired']],
    ['VERIFICATION-DOCUMENT-EXPIRED', ['expired']],
    ['reason code 204', ['document-unreadable']],
    ['Jumio rejected me with 2001', ['blur']],
    ['I paid 204 dollars for it', []],
    ['call me at 555 204 123 tomorrow please ok', []],
    ['how long does the check take', []],
    ['FAKE NEWS EVERYWHERE IN THIS CHAT TODAY', []],
  ])('reads "%s" as %j', (text, causes) => {
    expect(causesOf(text)).toEqual(causes);
  });

  it('tells a code that it does not know from no code at all', () => {
    expect(decodeRejection('it says BRAND_NEW_CODE')).toEqual({ meanings: [], isCode: true });
    expect(decodeRejection('it says nothing')).toEqual({ meanings: [], isCode: false });
  });

  it('bears whatever is thrown at it', () => {
    for (const text of ['', ' ', '\u0000', '_'.repeat(5000), '٢٠٤', '🙂'.repeat(3000), 'a_'.repeat(4000)]) {
      expect(decodeRejection(text).meanings.length).toBeLessThanOrEqual(3);
    }
  });
});
