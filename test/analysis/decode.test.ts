import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/analysis/decode.ts';
import { MAX_FILE_BYTES } from '../../src/analysis/formats/bounds.ts';
import type { DecodedPhoto } from '../../src/analysis/types.ts';
import {
  animatedPng,
  blackPng,
  emptyPng,
  FETCHING_SVG,
  gif,
  heicHeader,
  lyingJpeg,
  pdf,
  photoLike,
  QUARTERS,
  quarters,
  randomBytes,
  tiffOfPages,
} from './photo-files.ts';

const decode = (bytes: Uint8Array) => decodePhoto(bytes, undefined);

/** The colours in the middle of the four quarters, and how far the reddest, greenest, bluest value may be off. */
function expectQuarters(photo: DecodedPhoto, expected: readonly (readonly number[])[], tolerance: number): void {
  const { image } = photo;
  if (image === undefined) throw new Error(`no picture: ${photo.file.problem}`);
  expect(image.pixels.length).toBe(image.widthPx * image.heightPx * 3);
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const;
  places.forEach(([x, y], quarter) => {
    const at = (Math.floor(y * image.heightPx) * image.widthPx + Math.floor(x * image.widthPx)) * 3;
    for (let channel = 0; channel < 3; channel++) {
      const difference = Math.abs(image.pixels[at + channel]! - expected[quarter]![channel]!);
      expect(difference, `quarter ${quarter}, channel ${channel}`).toBeLessThanOrEqual(tolerance);
    }
  });
}

const { topLeft, topRight, bottomLeft, bottomRight } = QUARTERS;
const UPRIGHT = [topLeft, topRight, bottomLeft, bottomRight];

describe('decodePhoto, the honest formats', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('reads %s', async (format) => {
    const photo = await decode(await quarters(400, 300)[format]().toBuffer());
    expect(photo.file).toMatchObject({ format, problem: undefined, isTruncated: false, pages: 1, frames: 1 });
    expect(photo).toMatchObject({ widthPx: 400, heightPx: 300, reduction: 1 });
    expectQuarters(photo, UPRIGHT, 3);
  });

  it.each([
    [1, UPRIGHT],
    [2, [topRight, topLeft, bottomRight, bottomLeft]],
    [3, [bottomRight, bottomLeft, topRight, topLeft]],
    [4, [bottomLeft, bottomRight, topLeft, topRight]],
    [5, [topLeft, bottomLeft, topRight, bottomRight]],
    [6, [bottomLeft, topLeft, bottomRight, topRight]],
    [7, [bottomRight, topRight, bottomLeft, topLeft]],
    [8, [topRight, bottomRight, topLeft, bottomLeft]],
  ] as const)('turns a photo with EXIF orientation %i upright', async (orientation, expected) => {
    const stored = await quarters(400, 300).png().toBuffer();
    const photo = await decode(await sharp(stored).withMetadata({ orientation }).jpeg().toBuffer());
    expect(photo.file).toMatchObject({ exifOrientation: orientation, storedWidthPx: 400, storedHeightPx: 300 });
    const isTurned = orientation >= 5;
    expect([photo.widthPx, photo.heightPx]).toEqual(isTurned ? [300, 400] : [400, 300]);
    expectQuarters(photo, expected, 3);
  });

  it('turns and reduces a large photo in one go', async () => {
    const stored = await quarters(4000, 3000).png().toBuffer();
    const photo = await decode(await sharp(stored).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(photo).toMatchObject({ widthPx: 3000, heightPx: 4000, reduction: 2 });
    expect(photo.image).toMatchObject({ widthPx: 1500, heightPx: 2000 });
    expectQuarters(photo, [bottomLeft, topLeft, bottomRight, topRight], 3);
  });

  it('turns an AVIF once, by the turn of its own boxes', async () => {
    const stored = await quarters(400, 300).png().toBuffer();
    const photo = await decode(await sharp(stored).withMetadata({ orientation: 6 }).avif().toBuffer());
    expect([photo.widthPx, photo.heightPx]).toEqual([300, 400]);
    expectQuarters(photo, [bottomLeft, topLeft, bottomRight, topRight], 4);
  });

  it('turns the inks of a CMYK photo into colours that are near', async () => {
    const stored = await quarters(400, 300).png().toBuffer();
    const photo = await decode(await sharp(stored).toColourspace('cmyk').jpeg().toBuffer());
    // Inks cannot show the strong blue; a conversion without a profile or of inverted inks is off by 100 and more.
    expectQuarters(photo, UPRIGHT, 70);
  });

  it('reads 16 bits a channel as 8', async () => {
    const stored = await quarters(400, 300).png().toBuffer();
    expectQuarters(await decode(await sharp(stored).toColourspace('rgb16').png().toBuffer()), UPRIGHT, 1);
    const grey = await decode(await sharp(stored).toColourspace('grey16').png().toBuffer());
    expectQuarters(
      grey,
      [102, 138, 65, 218].map((level) => [level, level, level]),
      2,
    );
  });

  it('gives grey photos three channels', async () => {
    const stored = await quarters(400, 300).png().toBuffer();
    const grey = await decode(await sharp(stored).greyscale().jpeg().toBuffer());
    expectQuarters(
      grey,
      [102, 138, 65, 218].map((level) => [level, level, level]),
      3,
    );
  });

  it('lays transparent photos on white', async () => {
    const clear = sharp({
      create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    });
    const photo = await decode(await clear.png().toBuffer());
    expectQuarters(photo, new Array(4).fill([127, 127, 127]), 2);
  });

  it('brings the colours of a wide-gamut profile to sRGB', async () => {
    const stored = await quarters(400, 300).png().toBuffer();
    const wide = await sharp(stored).withIccProfile('p3').png().toBuffer();
    const raw = await sharp(wide).keepIccProfile().raw().toBuffer();
    // The file stores other numbers than the colours have in sRGB; else the test would prove nothing.
    expect(Math.abs(raw[(75 * 400 + 100) * 3]! - topLeft[0])).toBeGreaterThan(5);
    expectQuarters(await decode(wide), UPRIGHT, 6);
  });

  it('tells a camera and a quality from a JPEG', async () => {
    const camera = await quarters(400, 300)
      .withExif({ IFD0: { Make: 'Maker' } })
      .jpeg({ quality: 83 })
      .toBuffer();
    expect((await decode(camera)).file).toMatchObject({ hasCameraExif: true, jpegQuality: 83 });
    const copy = await quarters(400, 300).jpeg({ quality: 40 }).toBuffer();
    expect((await decode(copy)).file).toMatchObject({ hasCameraExif: false, jpegQuality: 40 });
  });

  it('tells the format by the content and keeps the name as it was', async () => {
    const photo = await decodePhoto(await quarters(400, 300).jpeg().toBuffer(), 'png');
    expect(photo.file).toMatchObject({ format: 'jpeg', declaredExtension: 'png', problem: undefined });
  });

  it('draws the first page of a PDF and counts the others', async () => {
    const photo = await decode(pdf({ pages: 3 }));
    expect(photo.file).toMatchObject({ format: 'pdf', pages: 3, problem: undefined });
    expect([photo.widthPx, photo.heightPx]).toEqual([2000, 1500]);
    const white = [255, 255, 255];
    expectQuarters(photo, [[204, 0, 0], white, white, white], 2);
  });

  it('opens a PDF that is locked with an empty password, as every viewer does', async () => {
    expect((await decode(pdf({ password: '' }))).image).toBeDefined();
  });
});

/** Photos of real phones, as far as the people who work on this keep them beside their checkout. */
const PHONE_HEIC = new URL('../../../shared/photos/250_other_exifs_iphone_13_pro_max.HEIC', import.meta.url);
const TURNLESS_HEIC = new URL('../../../shared/photos/254_other_pheif_xiaomi.heic', import.meta.url);

describe.skipIf(!existsSync(PHONE_HEIC) || !existsSync(TURNLESS_HEIC))(
  'decodePhoto, HEIC (needs shared/photos)',
  () => {
    it('turns a photo once although boxes and EXIF both ask for it', async () => {
      const photo = await decode(readFileSync(PHONE_HEIC));
      expect(photo.file).toMatchObject({ format: 'heic', hasCameraExif: true, isTruncated: false, exifOrientation: 1 });
      expect(photo).toMatchObject({ widthPx: 3024, heightPx: 4032, reduction: 2 });
      expect(photo.image).toMatchObject({ widthPx: 1512, heightPx: 2016 });
      expect(photo.image?.pixels.length).toBe(1512 * 2016 * 3);
    });

    it('reads a camera whose EXIF begins without a mark', async () => {
      const photo = await decode(readFileSync(TURNLESS_HEIC));
      expect(photo.file).toMatchObject({ hasCameraExif: true, problem: undefined });
      expect(photo).toMatchObject({ widthPx: 2592, heightPx: 1944 });
    });

    it('notices that half of the file is missing', async () => {
      const whole = readFileSync(TURNLESS_HEIC);
      expect((await decode(whole.subarray(0, whole.length / 2))).file.isTruncated).toBe(true);
      expect((await decode(whole.subarray(0, 2000))).file.problem).toBe('damaged');
    });
  },
);

describe('decodePhoto, broken files', () => {
  it('says that an empty file is empty', async () => {
    const photo = await decode(new Uint8Array());
    expect(photo.file).toMatchObject({ problem: 'empty', sizeBytes: 0, format: 'unknown' });
    expect(photo).toMatchObject({ image: undefined, widthPx: 0, heightPx: 0, reduction: 1 });
  });

  it('gives what there is of a JPEG that is cut off, and says so', async () => {
    const whole = await quarters(400, 300).jpeg().toBuffer();
    const photo = await decode(whole.subarray(0, whole.length * 0.6));
    expect(photo.file).toMatchObject({ isTruncated: true, problem: undefined });
    expectQuarters(photo, [topLeft, topRight, [128, 128, 128], [128, 128, 128]], 3);
  });

  it('notices a part that is missing in the middle of a JPEG', async () => {
    const whole = await photoLike(1200, 900).jpeg().toBuffer();
    const third = Math.floor(whole.length / 3);
    const holed = Buffer.concat([whole.subarray(0, third), whole.subarray(third + 5000)]);
    expect((await decode(holed)).file.isTruncated).toBe(true);
  });

  it('does not mind bytes behind the end of a JPEG, as motion photos and archives have them', async () => {
    const whole = await quarters(400, 300).jpeg().toBuffer();
    const photo = await decode(Buffer.concat([whole, Buffer.from('PK\x03\x04'), randomBytes(3, 5000)]));
    expect(photo.file).toMatchObject({ format: 'jpeg', problem: undefined, isTruncated: false });
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('never takes a cut %s for whole', async (format) => {
    const whole = await photoLike(300, 200)[format]().toBuffer();
    for (const share of [0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95]) {
      const { file } = await decode(whole.subarray(0, Math.ceil(whole.length * share)));
      expect(file.isTruncated || file.problem !== undefined, `${format} cut at ${share}`).toBe(true);
    }
  });

  it('gives a problem and no error for PDFs cut anywhere', async () => {
    const whole = pdf({ pages: 2 });
    for (let share = 0; share < 1; share += 0.1) {
      const photo = await decode(whole.subarray(0, Math.ceil(whole.length * share)));
      expect(photo.image !== undefined || photo.file.problem !== undefined).toBe(true);
    }
  });

  it('gives a problem for random bytes, whatever they begin like', async () => {
    const starts = [
      '',
      '\xff\xd8\xff\xe0\0\x10JFIF\0',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'II*\0\x08\0\0\0',
      'RIFF\0\x01\0\0WEBPVP8 ',
    ];
    starts.push(
      '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
      '\0\0\0\x18ftypavif\0\0\0\0mif1avif',
      '%PDF-1.7\n',
      'BM',
      '<svg ',
    );
    for (let seed = 0; seed < 330; seed++) {
      const start = Buffer.from(starts[seed % starts.length]!, 'latin1');
      const { file, image } = await decode(randomBytes(seed, 40 + ((seed * 37) % 3000), start));
      expect(file.problem !== undefined || (image !== undefined && file.isTruncated), `seed ${seed}`).toBe(true);
    }
  });

  it('survives photos in which single bytes have changed', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const) {
      const whole = await photoLike(120, 90)[format]().toBuffer();
      for (let seed = 0; seed < 30; seed++) {
        const changed = Buffer.from(whole);
        const noise = randomBytes(seed, 12);
        for (let i = 0; i < 4; i++)
          changed[((noise[3 * i]! << 8) | noise[3 * i + 1]!) % whole.length] = noise[3 * i + 2]!;
        const { file, image } = await decode(changed);
        expect(image !== undefined || file.problem !== undefined).toBe(true);
      }
    }
  });
});

describe('decodePhoto, files made to hurt', () => {
  it('never draws an SVG, for it may fetch what it names', async () => {
    const photo = await decode(FETCHING_SVG);
    expect(photo.file).toMatchObject({ format: 'svg', problem: 'unsupported' });
    expect(photo.image).toBeUndefined();
  });

  it('does not let an SVG in under the first bytes of a photo', async () => {
    const disguised = Buffer.concat([Buffer.from('GIF89a'), FETCHING_SVG]);
    expect((await decode(disguised)).file).toMatchObject({ format: 'gif', problem: 'damaged' });
  });

  it('has no reader for bitmaps, archives and text', async () => {
    for (const start of ['BM', 'PK\x03\x04', 'hello']) {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(200)]);
      expect((await decode(bytes)).file.problem).toBe('unsupported');
    }
  });

  it('says that a PDF wants a password', async () => {
    expect((await decode(pdf({ password: 'secret' }))).file).toMatchObject({ format: 'pdf', problem: 'password' });
  });

  it('draws a page of a billion points no larger than any other', async () => {
    const photo = await decode(pdf({ page: ['1000000000', '750000000'] }));
    expect([photo.widthPx, photo.heightPx]).toEqual([2000, 1500]);
  });

  it('refuses a page that is a line', async () => {
    expect((await decode(pdf({ page: ['1000000000', '1'] }))).file.problem).toBe('damaged');
  });

  it('counts thousands of pages without drawing them', async () => {
    expect((await decode(pdf({ pages: 5000 }))).file).toMatchObject({ pages: 5000, problem: undefined });
    expect((await decode(tiffOfPages(10_000))).file).toMatchObject({ format: 'tiff', pages: 10_000 });
  });

  it('counts the frames of animations and gives the first', async () => {
    const photo = await decode(await gif(100));
    expect(photo.file).toMatchObject({ format: 'gif', frames: 100, pages: 1 });
    expect([photo.widthPx, photo.heightPx]).toEqual([60, 40]);
    const webp = await sharp(await gif(7), { animated: true })
      .webp()
      .toBuffer();
    expect((await decode(webp)).file).toMatchObject({ format: 'webp', frames: 7 });
    const png = animatedPng(await quarters(40, 30).png().toBuffer(), 12);
    expect((await decode(png)).file).toMatchObject({ format: 'png', frames: 12, problem: undefined });
  });

  it('looks at nothing in a file above the byte bound', async () => {
    const huge = Buffer.alloc(MAX_FILE_BYTES + 1);
    huge.set(await quarters(40, 30).jpeg().toBuffer());
    expect((await decode(huge)).file).toMatchObject({ problem: 'too-many-bytes', sizeBytes: MAX_FILE_BYTES + 1 });
    expect((await decode(huge.subarray(0, MAX_FILE_BYTES))).file.problem).toBeUndefined();
  });

  it('refuses by the header what claims too many pixels, and says how many', async () => {
    const photo = await decode(emptyPng(60_000, 60_000));
    expect(photo.file).toMatchObject({ problem: 'too-many-pixels', storedWidthPx: 60_000, storedHeightPx: 60_000 });
    expect((await decode(emptyPng(200_000, 9))).file.problem).toBe('too-many-pixels');
    expect((await decode(heicHeader(60_000, 60_000))).file.problem).toBe('too-many-pixels');
    const honest = await quarters(400, 300).jpeg().toBuffer();
    expect((await decode(lyingJpeg(honest, 65_500, 65_500))).file.problem).toBe('too-many-pixels');
  });

  it('notices a JPEG that claims more pixels than it holds', async () => {
    const honest = await quarters(400, 300).jpeg().toBuffer();
    expect((await decode(lyingJpeg(honest, 9000, 9000))).file).toMatchObject({ isTruncated: true });
  });

  it('keeps its memory bounded on bombs of 50 to 256 megapixels', async () => {
    const streamed = await blackPng(10_000, 10_000);
    const bombs = [
      await blackPng(16_000, 16_000),
      await blackPng(10_000, 10_000, true),
      await blackPng(7000, 7000, true),
      emptyPng(10_000, 12_000),
      emptyPng(65_000, 1800),
      await gif(3, 60, 40, [65_535, 65_535]),
      lyingJpeg(await quarters(400, 300).jpeg().toBuffer(), 10_900, 10_900),
    ];
    const peakBefore = process.resourceUsage().maxRSS;
    for (const bomb of bombs) await decode(bomb);
    const photo = await decode(streamed);
    expect(photo).toMatchObject({ widthPx: 10_000, heightPx: 10_000, reduction: 8 });
    // Kilobytes. The largest that is taken whole has 49 MP of one byte, held twice; one decoded whole RGB bomb would be 768 MB.
    expect(process.resourceUsage().maxRSS - peakBefore).toBeLessThan(250_000);
  });
});
