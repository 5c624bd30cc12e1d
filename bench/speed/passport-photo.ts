import sharp from 'sharp';
import { addGrain } from '../composites/grain.ts';
import { paintGround } from '../composites/ground.ts';
import { createSpecimenPress } from '../specimens/index.ts';

/** Share of the photo's long side that the passport's page takes. */
const FILL_RATIO = 0.75;
/** Long side at which the table is painted; finer grain of wood than this no lens shows. */
const TABLE_WIDTH_PX = 2016;
/** Noise of a phone's sensor indoors, in levels of 255: it makes a 12 MP photo the 3-5 MB that phones write. */
const GRAIN_SIGMA = 3;

/** A JPEG as a phone would take it of a passport's data page on a wooden table: the same scene at any size. */
export async function photographPassport(widthPx: number, heightPx: number): Promise<Uint8Array> {
  const { rgba, ...page } = await createSpecimenPress().draw('td3', 1);
  const document = await sharp(rgba, { raw: { width: page.widthPx, height: page.heightPx, channels: 4 } })
    .resize(Math.round(widthPx * FILL_RATIO))
    .png({ compressionLevel: 1 })
    .toBuffer();
  const table = await paintGround('wood', 1, TABLE_WIDTH_PX, (TABLE_WIDTH_PX * 3) / 4, false);
  const { data, info } = await sharp(table.pixels, {
    raw: { width: table.widthPx, height: table.heightPx, channels: 3 },
  })
    .resize(widthPx, heightPx, { fit: 'fill' })
    .composite([{ input: document, gravity: 'centre' }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  addGrain(data, GRAIN_SIGMA, 1);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
