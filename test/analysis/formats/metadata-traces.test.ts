import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../../src/analysis/decode.ts';
import { readTraces } from '../../../src/analysis/formats/metadata-traces.ts';

const canvas = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } });
const bytes = (text: string) => new TextEncoder().encode(text);

describe('readTraces', () => {
  it('hears an editor in the EXIF of a real file', async () => {
    const file = await canvas()
      .jpeg()
      .withExif({ IFD0: { Software: 'GIMP 2.10.30' } })
      .toBuffer();
    expect((await decodePhoto(file, 'jpg')).file).toMatchObject({ hasEditorTrace: true, isTaggedScreenshot: false });
  });

  it('hears the mark of a screenshot in the EXIF of a real file', async () => {
    const file = await canvas()
      .jpeg()
      .withExif({ IFD2: { UserComment: 'Screenshot' } })
      .toBuffer();
    expect((await decodePhoto(file, 'jpg')).file).toMatchObject({ hasEditorTrace: false, isTaggedScreenshot: true });
  });

  it('hears editors in XMP and in the texts of a PNG', () => {
    const xmp = bytes('<xmp:CreatorTool>Adobe Photoshop CC 2019 (Windows)</xmp:CreatorTool>');
    expect(readTraces({ xmp }).hasEditorTrace).toBe(true);
    expect(readTraces({ comments: [{ keyword: 'Software', text: 'Adobe ImageReady' }] }).hasEditorTrace).toBe(true);
  });

  it.each(['Photoshop 3.0', 'iPhone 15', 'Google', 'ImageMagick 7', 'HDR+ 1.0', 'Windows Photo Editor 10'])(
    'does not take %s for an editor that matters',
    (name) => {
      expect(readTraces({ exif: bytes(name) }).hasEditorTrace).toBe(false);
    },
  );

  it('finds nothing in files without metadata, and stops searching in endless ones', async () => {
    expect((await decodePhoto(await canvas().png().toBuffer(), 'png')).file.hasEditorTrace).toBe(false);
    expect(readTraces({}).hasEditorTrace).toBe(false);
    expect(readTraces({ xmp: bytes(`${' '.repeat(70_000)}GIMP`) }).hasEditorTrace).toBe(false);
  });
});
