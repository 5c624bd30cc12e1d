import { describe, expect, it } from 'vitest';
import { readHeifClaims } from '../../../src/analysis/formats/heif-claims.ts';
import { heicHeader, quarters, randomBytes } from '../photo-files.ts';

describe('readHeifClaims', () => {
  it('finds the size that the boxes claim', () => {
    expect(readHeifClaims(heicHeader(60_000, 50_000))).toEqual({ widthPx: 60_000, heightPx: 50_000, isCutOff: false });
  });

  it('agrees with a real encoder', async () => {
    const file = await quarters(320, 200).avif().toBuffer();
    expect(readHeifClaims(file)).toEqual({ widthPx: 320, heightPx: 200, isCutOff: false });
  });

  it('notices that the file ends inside a box', async () => {
    const file = await quarters(320, 200).avif().toBuffer();
    expect(readHeifClaims(file.subarray(0, file.length - 1)).isCutOff).toBe(true);
  });

  it('ends on boxes of size zero, of one byte and of more than any file', () => {
    for (const size of ['00000000', '00000001', '00000007', 'ffffffff']) {
      const box = Buffer.from(`${size}6d657461`, 'hex');
      expect(readHeifClaims(Buffer.concat([box, box, box]))).toMatchObject({ widthPx: 0, heightPx: 0 });
    }
  });

  it('ends on any bytes', () => {
    for (let seed = 0; seed < 200; seed++) {
      const claims = readHeifClaims(randomBytes(seed, 200, Buffer.from('00000000meta', 'latin1')));
      expect(claims.widthPx).toBeGreaterThanOrEqual(0);
    }
  });
});
