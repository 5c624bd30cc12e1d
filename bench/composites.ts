/**
 * Photos of specimens as people take them, made by code: a document on a ground, seen at an angle, leaning, under uneven light, cut
 * off or held, with grain. Everything follows from the seed, and the true corners are known.
 */
import sharp from 'sharp';
import type { Point, Quad, UprightImage } from '../src/analysis/types.ts';
import { addGrain } from './composites/grain.ts';
import { type Ground, paintGround } from './composites/ground.ts';
import { lay } from './composites/lay.ts';
import { cornersInFrame, type Pose } from './composites/pose.ts';
import type { Specimen } from './specimens/index.ts';
import { type Random, randomFrom } from './specimens/random.ts';

export { GROUNDS, type Ground } from './composites/ground.ts';
export type { Pose } from './composites/pose.ts';

/** What a scene looks like beside its document. */
export interface SceneOptions {
  readonly ground: Ground;
  readonly seed: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** A fingertip lies on the edge of the document. */
  readonly hasFinger?: boolean;
  /** A shadow falls across the scene. */
  readonly hasShadow?: boolean;
  /** Standard deviation of the sensor's grain, 0..255. Default: 3. */
  readonly noiseSigma?: number;
}

/** A picture and what it shows. */
export interface Scene {
  readonly image: UprightImage;
  /** Corners of the document, from the top left of its content clockwise; they may lie outside the picture. */
  readonly corners: Quad;
}

/** A pose as careful people hold a camera: a few degrees off, the document filling most of the frame. */
export function usualPose(seed: number, changes: Partial<Pose> = {}): Pose {
  const random = randomFrom(seed);
  return {
    quarterTurns: 0,
    leanDegrees: random.between(-7, 7),
    pitchDegrees: random.between(-14, 14),
    yawDegrees: random.between(-14, 14),
    fillRatio: random.between(0.58, 0.88),
    shiftX: random.between(-0.04, 0.04),
    shiftY: random.between(-0.04, 0.04),
    ...changes,
  };
}

/** Takes the photo of a document. */
export async function photograph(specimen: Specimen, pose: Pose, options: SceneOptions): Promise<Scene> {
  const { widthPx = 1600, heightPx = 1200, ground, seed, hasFinger = false } = options;
  const bare = await paintGround(ground, seed, widthPx, heightPx, true);
  const corners = cornersInFrame(pose, specimen.widthMm, specimen.heightMm, widthPx, heightPx);
  const image = await over(bare, dropShadow(corners, widthPx, heightPx));
  lay(image, specimen, corners);
  const held = hasFinger ? await over(image, finger(corners, randomFrom(seed + 1), widthPx, heightPx)) : image;
  return { image: await expose(held, options), corners };
}

/** A photo of the ground alone: nothing in it is a document. */
export async function photographGround(options: SceneOptions): Promise<UprightImage> {
  const { widthPx = 1600, heightPx = 1200, ground, seed } = options;
  return expose(await paintGround(ground, seed, widthPx, heightPx, false), options);
}

async function over({ widthPx, heightPx, pixels }: UprightImage, svg: string): Promise<UprightImage> {
  const result = await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .composite([{ input: Buffer.from(svg) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { widthPx, heightPx, pixels: new Uint8Array(result) };
}

function dropShadow(corners: Quad, widthPx: number, heightPx: number): string {
  const points = corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const soft = (Math.max(widthPx, heightPx) * 0.004).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><filter id="s" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${soft}"/></filter><polygon transform="translate(${soft} ${soft})" points="${points}" fill="#000" opacity=".4" filter="url(#s)"/></svg>`;
}

/** A fingertip that reaches in over the lower or upper edge. */
function finger(corners: Quad, random: Random, widthPx: number, heightPx: number): string {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const isBelow = random.next() < 0.5;
  const [from, to] = isBelow ? [bottomLeft, bottomRight] : [topLeft, topRight];
  const share = random.between(0.25, 0.75);
  const tip: Point = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const width = length * 0.16;
  const outwards = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI + (isBelow ? 0 : 180);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><defs><linearGradient id="f"><stop offset="0" stop-color="#a87152"/><stop offset=".5" stop-color="#dba886"/><stop offset="1" stop-color="#9c6647"/></linearGradient></defs><g transform="translate(${tip.x.toFixed(1)} ${tip.y.toFixed(1)}) rotate(${outwards.toFixed(1)})"><rect x="${-width / 2}" y="${-length * 0.1}" width="${width}" height="${length}" rx="${width / 2}" fill="url(#f)"/><ellipse cx="0" cy="${-length * 0.045}" rx="${width * 0.3}" ry="${width * 0.28}" fill="#ecc4ad"/></g></svg>`;
}

/** Light that falls off across the scene, a shadow's edge, the lens and the grain of the sensor. */
async function expose(image: UprightImage, options: SceneOptions): Promise<UprightImage> {
  const { widthPx, heightPx } = image;
  const { seed, hasShadow = false, noiseSigma = 3 } = options;
  const random = randomFrom(seed + 2);
  const direction = random.between(0, 2 * Math.PI);
  const fall = random.between(0.04, 0.14);
  const edge = random.between(-0.2, 0.2);
  // Cameras meter for mid-grey: paper comes out at about 180 to 230, not white.
  const exposure = random.between(0.76, 0.97);
  const out = new Uint8Array(image.pixels.length);
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const u = (x / widthPx - 0.5) * Math.cos(direction) + (y / heightPx - 0.5) * Math.sin(direction);
      const shadow = hasShadow ? 1 - 0.45 / (1 + Math.exp(-(u - edge) * 40)) : 1;
      const light = exposure * (1 - fall * (u + 0.5)) * shadow;
      for (let c = 0; c < 3; c++, i++) out[i] = image.pixels[i]! * light;
    }
  }
  const seen = await sharp(out, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .blur(0.6)
    .raw()
    .toBuffer();
  const pixels = new Uint8Array(seen);
  addGrain(pixels, noiseSigma, seed + 3);
  return { widthPx, heightPx, pixels };
}
