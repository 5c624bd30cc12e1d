import sharp from 'sharp';
import type { UprightImage } from '../../src/analysis/types.ts';
import { type Random, randomFrom } from '../specimens/random.ts';
import { clutter } from './clutter.ts';

/** What a document lies on. `white`: a table almost as light as its paper; `clutter`: among pens, papers, other cards. */
export const GROUNDS = ['plain', 'wood', 'cloth', 'dark', 'white', 'clutter'] as const;
export type Ground = (typeof GROUNDS)[number];

type Colour = readonly [number, number, number];

const PLAINS: readonly Colour[] = [
  [112, 118, 126],
  [60, 92, 120],
  [150, 128, 104],
  [94, 116, 92],
  [128, 84, 80],
];
const WOODS: readonly Colour[] = [
  [142, 98, 60],
  [176, 134, 88],
  [96, 62, 40],
  [190, 160, 122],
];
const CLOTHS: readonly Colour[] = [
  [70, 84, 118],
  [128, 58, 62],
  [86, 100, 82],
  [168, 158, 140],
];

/**
 * Paints a ground. `hasSheets`: the clutter holds papers and cards; without them it is all pens, cups and cables, and no honest
 * search finds a document in it.
 */
export async function paintGround(
  ground: Ground,
  seed: number,
  widthPx: number,
  heightPx: number,
  hasSheets: boolean,
): Promise<UprightImage> {
  const random = randomFrom(seed);
  if (ground === 'wood') return wood(random, widthPx, heightPx);
  if (ground === 'cloth') return cloth(random, widthPx, heightPx);
  if (ground === 'clutter') {
    const under = await (random.next() < 0.5 ? wood : plain)(random, widthPx, heightPx);
    return strew(under, clutter(random, widthPx, heightPx, hasSheets));
  }
  if (ground === 'dark') {
    const grey = random.between(22, 52);
    return shaded(random, widthPx, heightPx, [grey, grey, grey + random.between(-4, 6)], 8);
  }
  if (ground === 'white') {
    const grey = random.between(212, 240);
    return shaded(random, widthPx, heightPx, [grey + 3, grey, grey - random.between(0, 10)], 10);
  }
  return plain(random, widthPx, heightPx);
}

function plain(random: Random, widthPx: number, heightPx: number): Promise<UprightImage> {
  return shaded(random, widthPx, heightPx, random.pick(PLAINS), 16);
}

async function strew(ground: UprightImage, svg: string): Promise<UprightImage> {
  const { widthPx, heightPx, pixels } = ground;
  const strewn = await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .composite([{ input: Buffer.from(svg) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { widthPx, heightPx, pixels: new Uint8Array(strewn) };
}

/** Smooth noise, 0..1, of cells of a size in pixels. */
async function smoothNoise(random: Random, widthPx: number, heightPx: number, cellX: number, cellY: number) {
  const width = Math.max(2, Math.ceil(widthPx / cellX));
  const height = Math.max(2, Math.ceil(heightPx / cellY));
  const grid = Uint8Array.from({ length: width * height }, () => random.whole(0, 255));
  const plane = await sharp(grid, { raw: { width, height, channels: 1 } })
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return (i: number) => plane[i]! / 255;
}

function fill(widthPx: number, heightPx: number, colourAt: (i: number, x: number, y: number, c: number) => number) {
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      for (let c = 0; c < 3; c++) pixels[i * 3 + c] = Math.max(0, Math.min(255, colourAt(i, x, y, c)));
    }
  }
  return { widthPx, heightPx, pixels };
}

async function shaded(random: Random, widthPx: number, heightPx: number, colour: Colour, depth: number) {
  const shade = await smoothNoise(random, widthPx, heightPx, widthPx / 2, heightPx / 2);
  const grain = await smoothNoise(random, widthPx, heightPx, 3, 3);
  return fill(widthPx, heightPx, (i, _x, _y, c) => colour[c]! + depth * (shade(i) - 0.5) * 2 + 5 * (grain(i) - 0.5));
}

/** Boards with grain along them and dark joints between them. */
async function wood(random: Random, widthPx: number, heightPx: number) {
  const colour = random.pick(WOODS);
  const boardPx = random.whole(Math.round(heightPx / 4), heightPx);
  const isUpright = random.next() < 0.4;
  const along = (a: number, b: number) => (isUpright ? [b, a] : [a, b]) as [number, number];
  const coarse = await smoothNoise(random, widthPx, heightPx, ...along(widthPx / 3, 14));
  const fine = await smoothNoise(random, widthPx, heightPx, ...along(160, 3));
  const shade = await smoothNoise(random, widthPx, heightPx, widthPx / 2, heightPx / 2);
  return fill(widthPx, heightPx, (i, x, y, c) => {
    const across = isUpright ? x : y;
    const joint = across % boardPx < 4 ? 0.45 : 1;
    const tone = 1 + 0.28 * (coarse(i) - 0.5) + 0.22 * (fine(i) - 0.5) + 0.16 * (shade(i) - 0.5);
    return colour[c]! * tone * joint;
  });
}

/** A plain weave with soft folds. */
async function cloth(random: Random, widthPx: number, heightPx: number) {
  const colour = random.pick(CLOTHS);
  const threadPx = random.between(5, 9);
  const folds = await smoothNoise(random, widthPx, heightPx, widthPx / 5, heightPx / 3);
  const fibres = await smoothNoise(random, widthPx, heightPx, 2, 2);
  return fill(widthPx, heightPx, (i, x, y, c) => {
    const weave = Math.sin((2 * Math.PI * x) / threadPx) * Math.sin((2 * Math.PI * y) / threadPx);
    return colour[c]! * (1 + 0.1 * weave + 0.34 * (folds(i) - 0.5) + 0.16 * (fibres(i) - 0.5));
  });
}
