import { describe, expect, it } from 'vitest';
import { readLicenceRecord } from '../../src/analysis/licence-record.ts';

const record = (header: string, expiry: string) =>
  `@\n\u001e\rANSI ${header}DL00410278DLDAQ123\nDCSSPECIMEN\nDDEN\nDACANNA\nDBB08121974\nDBA${expiry}\nDCGUSA\n`;

const expiryOfRecord = (text: string) => readLicenceRecord(text)?.expiry;

describe('readLicenceRecord', () => {
  it('reads the expiry of a record of the United States', () => {
    expect(expiryOfRecord(record('636014080002', '08312031'))).toBe('2031-08-31');
  });

  it('takes other texts for what they are', () => {
    expect(expiryOfRecord('https://example.org/DBA08312031')).toBeUndefined();
    expect(expiryOfRecord('')).toBeUndefined();
    expect(expiryOfRecord('@\n\u001e\rANSI ')).toBeUndefined();
    expect(expiryOfRecord(record('636014080002', '99999999'))).toBeUndefined();
  });

  it('reads the holder', () => {
    expect(readLicenceRecord(record('636014080002', '08312031'))?.holder).toEqual({
      surname: ['SPECIMEN'],
      given: ['ANNA'],
      isTruncated: false,
      birth: '740812',
    });
  });
});
