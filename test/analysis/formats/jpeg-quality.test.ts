import { describe, expect, it } from 'vitest';
import { jpegQuality } from '../../../src/analysis/formats/jpeg-quality.ts';
import { quarters, randomBytes } from '../photo-files.ts';

describe('jpegQuality', () => {
  it.each([5, 20, 49, 50, 51, 75, 92, 100])(
    'gives back the quality %i that an encoder was asked for',
    async (quality) => {
      expect(jpegQuality(await quarters(64, 48).jpeg({ quality }).toBuffer())).toBe(quality);
    },
  );

  it('puts tables of another make near the quality that quantises as hard', async () => {
    const ownTables = await quarters(64, 48).jpeg({ quality: 60, quantizationTable: 3 }).toBuffer();
    expect(jpegQuality(ownTables)).toBeGreaterThan(40);
    expect(jpegQuality(ownTables)).toBeLessThan(80);
  });

  it('knows no quality where there is no table', () => {
    expect(jpegQuality(new Uint8Array())).toBeUndefined();
    expect(jpegQuality(Buffer.from('ffd8ffda0008', 'hex'))).toBeUndefined();
  });

  it('knows none when the table is cut off or its segment lies about its length', async () => {
    expect(jpegQuality(Buffer.from('ffd8ffdb00430010', 'hex'))).toBeUndefined();
    expect(jpegQuality(Buffer.from('ffd8ffdb000000', 'hex'))).toBeUndefined();
  });

  it('ends on any bytes behind a JPEG start', () => {
    for (let seed = 0; seed < 100; seed++) {
      const quality = jpegQuality(randomBytes(seed, 300, Buffer.from('ffd8ffe0', 'hex'))) ?? 1;
      expect(quality).toBeGreaterThanOrEqual(1);
      expect(quality).toBeLessThanOrEqual(100);
    }
  });
});
