import sharp from 'sharp';
import { animatedPng, heicHeader, pdf, photoLike, tiffOfPages } from '../../test/analysis/photo-files.ts';

/** Small files of every format that is read, and of some that are not, to be changed. */
export async function seedFiles(): Promise<readonly Buffer[]> {
  const picture = await photoLike(160, 110).png().toBuffer();
  const from = () => sharp(picture);
  const turned = from().jpeg().withMetadata({ orientation: 6, density: 300 });
  return [
    await turned.toBuffer(),
    await from().jpeg({ progressive: true, quality: 60 }).toBuffer(),
    picture,
    await from().png({ palette: true, progressive: true }).toBuffer(),
    animatedPng(picture, 3),
    await from().webp().toBuffer(),
    await from().webp({ lossless: true }).toBuffer(),
    await from().tiff({ compression: 'lzw' }).toBuffer(),
    tiffOfPages(3),
    await from().avif({ effort: 0 }).toBuffer(),
    await from().gif().toBuffer(),
    pdf(),
    pdf({ pages: 3 }),
    heicHeader(400, 300),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    Buffer.from('GIF89a'),
    Buffer.from('%PDF-1.7\n'),
  ];
}
