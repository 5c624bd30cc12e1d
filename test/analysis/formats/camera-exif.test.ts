import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cameraFacts } from '../../../src/analysis/formats/camera-exif.ts';
import { quarters, randomBytes } from '../photo-files.ts';

async function exifWith(tags: Record<string, string>): Promise<Buffer> {
  const photo = await quarters(40, 30).withExif({ IFD0: tags }).jpeg().toBuffer();
  const { exif } = await sharp(photo).metadata();
  if (exif === undefined) throw new Error('no EXIF was written');
  return exif;
}

const namesCamera = (exif: Uint8Array) => cameraFacts(exif).hasCameraExif;

describe('cameraFacts', () => {
  it('sees the maker or the model of a camera', async () => {
    expect(namesCamera(await exifWith({ Make: 'Maker' }))).toBe(true);
    expect(namesCamera(await exifWith({ Model: 'Phone 12' }))).toBe(true);
  });

  it.each([
    ['Apple', 'iphone'],
    ['samsung', 'android'],
    ['Xiaomi', 'android'],
    ['LGE', 'android'],
    ['NIKON CORPORATION', undefined],
    ['Maker', undefined],
  ])('knows the phones of %s', async (maker, phone) => {
    expect(cameraFacts(await exifWith({ Make: maker }))).toEqual({ hasCameraExif: true, phone });
  });

  it('knows no camera without a block', () => {
    expect(cameraFacts(undefined)).toEqual({ hasCameraExif: false, phone: undefined });
  });

  it('is not taken in by the mark of a program', async () => {
    expect(namesCamera(await exifWith({ Software: 'Paint 3' }))).toBe(false);
  });

  it('reads big-endian blocks and blocks with an offset in front', async () => {
    const bigEndian = Buffer.from('4d4d002a00000008000101100002000000050000001a00000000', 'hex');
    expect(namesCamera(bigEndian)).toBe(true);
    expect(namesCamera(Buffer.concat([Buffer.from('00000006457869660000', 'hex'), bigEndian]))).toBe(true);
  });

  it('takes a blanked field for none', () => {
    expect(namesCamera(Buffer.from('4d4d002a00000008000101100002000000010000000000000000', 'hex'))).toBe(false);
  });

  it('ignores blocks that are cut off, lie or are noise', async () => {
    const whole = await exifWith({ Make: 'Maker' });
    for (let length = 0; length < 40; length++) expect(typeof namesCamera(whole.subarray(0, length))).toBe('boolean');
    expect(namesCamera(Buffer.from('49492a00ffffffff', 'hex'))).toBe(false);
    expect(namesCamera(Buffer.from('49492a0008000000ffff', 'hex'))).toBe(false);
    for (let seed = 0; seed < 100; seed++) {
      expect(typeof namesCamera(randomBytes(seed, 200, Buffer.from('49492a0008000000', 'hex')))).toBe('boolean');
    }
  });
});
