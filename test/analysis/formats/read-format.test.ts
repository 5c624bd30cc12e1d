import { describe, expect, it } from 'vitest';
import { readFormat } from '../../../src/analysis/formats/read-format.ts';
import { animatedPng, FETCHING_SVG, heicHeader, pdf, quarters, randomBytes } from '../photo-files.ts';

describe('readFormat', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('knows %s by its content', async (format) => {
    expect(await readFormat(await quarters(40, 30)[format]().toBuffer())).toBe(format);
  });

  it('knows HEIC, PDF and SVG', async () => {
    expect(await readFormat(heicHeader(600, 400))).toBe('heic');
    expect(await readFormat(pdf())).toBe('pdf');
    expect(await readFormat(FETCHING_SVG)).toBe('svg');
    expect(await readFormat(Buffer.from('<!-- drawn --><SVG width="9"/>'))).toBe('svg');
  });

  it('finds a PDF behind other bytes, as viewers do', async () => {
    expect(await readFormat(Buffer.concat([Buffer.from('\n\n% mailed\n'), pdf()]))).toBe('pdf');
  });

  it('takes an animated PNG for a PNG', async () => {
    expect(await readFormat(animatedPng(await quarters(40, 30).png().toBuffer(), 3))).toBe('png');
  });

  it('knows a photo whose header is cut off', async () => {
    expect(await readFormat((await quarters(40, 30).png().toBuffer()).subarray(0, 10))).toBe('png');
    expect(await readFormat((await quarters(40, 30).jpeg().toBuffer()).subarray(0, 3))).toBe('jpeg');
    expect(await readFormat((await quarters(40, 30).tiff().toBuffer()).subarray(0, 6))).toBe('tiff');
  });

  it('calls what is no photo `other`, and what nobody knows `unknown`', async () => {
    expect(await readFormat(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]))).toBe('other');
    expect(await readFormat(Buffer.from('hello, this is my passport'))).toBe('unknown');
    expect(await readFormat(randomBytes(1, 400, Buffer.from([0, 0, 0])))).toBe('unknown');
  });
});
