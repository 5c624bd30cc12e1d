import sharp from 'sharp';
import type { UprightImage } from '../../src/analysis/types.ts';
import { guilloche } from '../specimens/guilloche.ts';
import { makeUpHolder } from '../specimens/holder.ts';
import { machineReadableZone, type ZoneFormat } from '../specimens/machine-readable-zone.ts';
import { choosePalette } from '../specimens/palette.ts';
import { type Random, randomFrom } from '../specimens/random.ts';
import { zone } from '../specimens/sheet.ts';
import type { Typesetter } from '../specimens/typeface.ts';

/** Width of the documents (ICAO 9303-4 to -6) and how much of their lower part is drawn, millimetres. */
const SIZES: Readonly<Record<ZoneFormat, { readonly widthMm: number; readonly heightMm: number }>> = {
  td1: { widthMm: 85.6, heightMm: 22 },
  td2: { widthMm: 105, heightMm: 22 },
  td3: { widthMm: 125, heightMm: 26 },
};
const FORMATS = ['td1', 'td2', 'td3'] as const;
/** Ground around the document, millimetres. */
const MARGIN_MM = 4;

/** The lower part of a document and what its machine readable zone says. */
export interface DrawnZone {
  readonly format: ZoneFormat;
  readonly image: UprightImage;
  readonly lines: readonly string[];
}

/** Places of the date of birth, which is in the second line of every format. */
const BIRTH_FROM: Readonly<Record<ZoneFormat, number>> = { td1: 0, td2: 13, td3: 13 };

/**
 * Draws a zone on security print, `widthPx` wide, of a holder with any name; the same seed gives the same pixels. Where it is `isAltered`,
 * one digit of the date of birth is another one and the check digits are what they were.
 */
export async function drawZone(seed: number, widthPx: number, type: Typesetter, isAltered = false): Promise<DrawnZone> {
  const random = randomFrom(seed);
  const format = FORMATS[seed % FORMATS.length]!;
  const holder = { ...makeUpHolder(random), surname: anyName(random), givenNames: [anyName(random), anyName(random)] };
  const palette = choosePalette(random);
  const genuine = machineReadableZone(format, holder);
  const lines = isAltered ? genuine.map((line, i) => (i === 1 ? alterBirth(line, format, random) : line)) : genuine;
  const { widthMm, heightMm } = SIZES[format];
  const ground = guilloche(widthMm, heightMm, palette, random);
  const print = zone({ random, holder, palette, type, portraitUrl: undefined }, lines, { widthMm, heightMm });
  const [w, h] = [widthMm + 2 * MARGIN_MM, heightMm + 2 * MARGIN_MM];
  const heightPx = Math.round((widthPx * h) / w);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${-MARGIN_MM} ${-MARGIN_MM} ${w} ${h}"><rect x="${-MARGIN_MM}" y="${-MARGIN_MM}" width="${w}" height="${h}" fill="#6b6f76"/><rect width="${widthMm}" height="${heightMm}" fill="${palette.paper}"/>${ground}${print}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { format, image: { widthPx: info.width, heightPx: info.height, pixels: new Uint8Array(data) }, lines };
}

function alterBirth(line: string, format: ZoneFormat, random: Random): string {
  const at = BIRTH_FROM[format] + random.whole(0, 5);
  const digit = (Number(line[at]) + random.whole(1, 9)) % 10;
  return line.slice(0, at) + digit + line.slice(at + 1);
}

function anyName(random: Random): string {
  return Array.from({ length: random.whole(2, 12) }, () => String.fromCharCode(random.whole(65, 90))).join('');
}
