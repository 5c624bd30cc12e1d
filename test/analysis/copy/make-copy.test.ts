import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeCopy } from '../../../src/analysis/copy/make-copy.ts';
import type { CopyOutcome } from '../../../src/analysis/types.ts';
import { pdf, quarters, randomBytes } from '../photo-files.ts';

type Copy = Extract<CopyOutcome, { kind: 'copy' }>;

async function copyOf(bytes: Uint8Array, provider?: string): Promise<Copy> {
  const outcome = await makeCopy({ bytes, provider });
  if (outcome.kind !== 'copy') throw new Error(`no copy: ${outcome.kind}`);
  return outcome;
}

/** A photo with everything that cameras write beside the pixels. */
const tagged = (orientation: number) =>
  quarters(400, 300)
    .withExif({ IFD0: { Make: 'Apple' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer();

describe('makeCopy', () => {
  it('turns a photo upright and drops place, time and camera', async () => {
    const original = await tagged(6);
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { jpeg, widthPx, heightPx, changes } = await copyOf(original);
    expect([widthPx, heightPx]).toEqual([300, 400]);
    expect(changes).toEqual(['turned', 'metadata']);
    const copy = await sharp(jpeg).metadata();
    expect(copy).toMatchObject({ format: 'jpeg', width: 300, height: 400 });
    expect([copy.exif, copy.xmp, copy.iptc, copy.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('changes no pixel that can be seen', async () => {
    const original = await quarters(400, 300).png().toBuffer();
    const { jpeg, changes } = await copyOf(original);
    expect(changes).toEqual(['format']);
    const [before, after] = await Promise.all(
      [original, jpeg].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer()),
    );
    const differences = before!.map((value, i) => Math.abs(value - after![i]!));
    expect(after!.length).toBe(before!.length);
    expect(differences.reduce((a, b) => a + b, 0) / differences.length).toBeLessThan(2);
  });

  it.each(['webp', 'avif', 'tiff'] as const)('makes a JPG of %s', async (format) => {
    const { jpeg, changes } = await copyOf(await quarters(200, 150).toFormat(format).toBuffer());
    expect(changes).toEqual(['format']);
    expect((await sharp(jpeg).metadata()).format).toBe('jpeg');
  });

  it('leaves alone what is fine', async () => {
    expect(await makeCopy({ bytes: await quarters(400, 300).jpeg().toBuffer() })).toEqual({ kind: 'fine' });
  });

  it('stays under the limit of the provider by quality alone, or says that it cannot', async () => {
    const noise = (width: number, height: number) =>
      sharp(randomBytes(3, width * height * 3), { raw: { width, height, channels: 3 } })
        .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
        .toBuffer();
    const large = await noise(1600, 1200);
    expect(large.length).toBeGreaterThan(4_000_000);
    const { jpeg, changes, widthPx } = await copyOf(large, 'complycube');
    expect(jpeg.length).toBeLessThanOrEqual(4_000_000);
    expect([changes, widthPx]).toEqual([['quality'], 1600]);
    expect(await makeCopy({ bytes: await noise(3000, 2400), provider: 'complycube' })).toEqual({
      kind: 'too-large',
      maxSizeBytes: 4_000_000,
    });
  });

  it('makes none of what cannot be read', async () => {
    expect(await makeCopy({ bytes: randomBytes(5, 5000) })).toEqual({ kind: 'unreadable' });
    expect(await makeCopy({ bytes: new Uint8Array() })).toEqual({ kind: 'unreadable' });
    const cut = (await quarters(800, 600).jpeg().toBuffer()).subarray(0, 3000);
    expect(await makeCopy({ bytes: cut })).toEqual({ kind: 'unreadable' });
  });

  it('takes the first page of a document, and says so', async () => {
    const pages = await Promise.all(['#336699', '#ddccbb'].map((background) => page(background)));
    const tiff = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { jpeg, changes } = await copyOf(tiff);
    expect(changes).toEqual(['format', 'page']);
    const { dominant } = await sharp(jpeg).stats();
    expect(dominant.b).toBeGreaterThan(dominant.r);
    const drawn = await copyOf(pdf({ pages: 2 }));
    expect(drawn.changes).toEqual(['format', 'page']);
    expect(drawn.widthPx / drawn.heightPx).toBeCloseTo(4 / 3, 1);
  });
});

function page(background: string): Promise<Buffer> {
  return sharp({ create: { width: 120, height: 90, channels: 3, background } })
    .png()
    .toBuffer();
}
