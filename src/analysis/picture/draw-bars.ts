import sharp from 'sharp';
import type { BarsRequest } from '../types.ts';
import { LEGEND_GROUND } from './legend.ts';
import { isRightToLeft, letter } from './lettering.ts';

/** A phone's width at twice its density. */
const WIDTH_PX = 1080;
const EDGE_PX = 48;
const HEAD_PX = 130;
const ROW_PX = 104;
const TITLE_PX = 46;
const NAME_PX = 32;
const BAR_PX = 30;
/** Room for the number behind the longest bar. */
const NUMBER_ROOM_PX = 130;
const WORDS = '#f4f7f6';
const BAR = '#3bb38a';
const TRACK = '#22302d';

/** Counts as bars, each below its name and with its number, the scale of all being the largest. JPEG bytes. */
export async function drawBars({ language, title, rows }: BarsRequest): Promise<Uint8Array> {
  const height = HEAD_PX + rows.length * ROW_PX + EDGE_PX / 2;
  const isMirrored = isRightToLeft(language);
  const room = WIDTH_PX - 2 * EDGE_PX - NUMBER_ROOM_PX;
  const largest = Math.max(1, ...rows.map(({ count }) => count));
  const from = (start: number, width: number) => (isMirrored ? WIDTH_PX - start - width : start);
  const top = (row: number) => HEAD_PX + row * ROW_PX;
  const bars = rows.map(({ count }, row) => {
    const length = Math.max(6, Math.round((room * count) / largest));
    const bar = (width: number, colour: string) =>
      `<rect x="${from(EDGE_PX, width)}" y="${top(row) + 48}" width="${width}" height="${BAR_PX}" rx="${BAR_PX / 2}" fill="${colour}"/>`;
    return bar(room, TRACK) + bar(length, BAR);
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${height}"><rect width="100%" height="100%" fill="${LEGEND_GROUND}"/>${bars.join('')}</svg>`;
  const placed = async (text: string, size: number, start: number, maxWidth: number, middle: number) => {
    const { png, width, height: tall } = await letter(text, language, size, WORDS, maxWidth);
    return { input: png, left: from(start, width), top: Math.round(middle - tall / 2) };
  };
  const words = await Promise.all([
    placed(title, TITLE_PX, EDGE_PX, WIDTH_PX - 2 * EDGE_PX, HEAD_PX / 2),
    ...rows.flatMap(({ name, count }, row) => [
      placed(name, NAME_PX, EDGE_PX, room, top(row) + 24),
      placed(String(count), NAME_PX, EDGE_PX + room + 24, NUMBER_ROOM_PX, top(row) + 48 + BAR_PX / 2),
    ]),
  ]);
  return new Uint8Array(await sharp(Buffer.from(svg)).composite(words).jpeg({ quality: 88 }).toBuffer());
}
