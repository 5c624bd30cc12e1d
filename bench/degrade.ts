/**
 * Faults with known parameters, put on a picture: what blur, light, haze, grain, compression and turns do to a photo. Each returns a
 * new picture; lengths are in pixels of the picture that is given.
 */
import sharp, { type Sharp } from 'sharp';
import { homographyBetween, project } from '../src/analysis/measure/homography.ts';
import type { Polygon, UprightImage } from '../src/analysis/types.ts';
import { addGrain } from './composites/grain.ts';

function open({ widthPx, heightPx, pixels }: UprightImage) {
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

async function close(picture: Sharp): Promise<UprightImage> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, pixels: new Uint8Array(data) };
}

function mapSamples(image: UprightImage, change: (value: number) => number): UprightImage {
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, Math.round(change(v)))));
  return { ...image, pixels: image.pixels.map((v) => table[v]!) };
}

/** The picture as the bytes of a JPEG. */
export function toJpeg(image: UprightImage, quality = 90): Promise<Buffer> {
  return open(image).jpeg({ quality }).toBuffer();
}

/** Out of focus: a gaussian. */
export function defocus(image: UprightImage, sigmaPx: number): Promise<UprightImage> {
  return close(open(image).blur(sigmaPx));
}

/** Shaken: the mean along a straight way. 0 degrees = sideways, 90 = up and down. */
export function shake(image: UprightImage, lengthPx: number, degrees: number): UprightImage {
  const { widthPx, heightPx, pixels } = image;
  const steps = Math.max(1, Math.round(lengthPx));
  const offsets = Array.from({ length: steps }, (_, k) => {
    const along = k - (steps - 1) / 2;
    const angle = (degrees * Math.PI) / 180;
    return { x: Math.round(along * Math.cos(angle)), y: Math.round(along * Math.sin(angle)) };
  });
  const sums = new Uint32Array(pixels.length);
  for (const { x: dx, y: dy } of offsets) {
    for (let y = 0; y < heightPx; y++) {
      const row = Math.max(0, Math.min(heightPx - 1, y + dy)) * widthPx;
      for (let x = 0, i = y * widthPx * 3; x < widthPx; x++, i += 3) {
        const from = (row + Math.max(0, Math.min(widthPx - 1, x + dx))) * 3;
        sums[i] = sums[i]! + pixels[from]!;
        sums[i + 1] = sums[i + 1]! + pixels[from + 1]!;
        sums[i + 2] = sums[i + 2]! + pixels[from + 2]!;
      }
    }
  }
  return { ...image, pixels: Uint8Array.from(sums, (sum) => sum / steps) };
}

/** Made smaller, never larger. */
export function shrink(image: UprightImage, longSidePx: number): Promise<UprightImage> {
  return close(open(image).resize(longSidePx, longSidePx, { fit: 'inside', withoutEnlargement: true }));
}

/** Made larger again, as people do with a thumbnail. */
export function enlarge(image: UprightImage, longSidePx: number): Promise<UprightImage> {
  return close(open(image).resize(longSidePx, longSidePx, { fit: 'inside', kernel: 'cubic' }));
}

/** Sent through a chat: compressed and opened again. */
export async function recompress(image: UprightImage, quality: number): Promise<UprightImage> {
  return close(sharp(await toJpeg(image, quality)));
}

/** Too little light (gamma > 1) or too much (gamma < 1): 0..1 to the power of gamma. */
export function relight(image: UprightImage, gamma: number): UprightImage {
  return mapSamples(image, (v) => 255 * (v / 255) ** gamma);
}

/** Exposed by a factor: what goes beyond white is lost. */
export function exposeBy(image: UprightImage, factor: number): UprightImage {
  return mapSamples(image, (v) => v * factor);
}

/** Haze or a greasy lens: mixed with an even grey, 0 = none, 1 = nothing else. */
export function haze(image: UprightImage, share: number, grey = 190): UprightImage {
  return mapSamples(image, (v) => v * (1 - share) + grey * share);
}

/** Grain of a dark scene, standard deviation in steps of 0..255. */
export function grain(image: UprightImage, sigma: number, seed: number): UprightImage {
  const pixels = Uint8Array.from(image.pixels);
  addGrain(pixels, sigma, seed);
  return { ...image, pixels };
}

/** A reflection: an oval that is burnt out in its middle and fades over its rim. */
export interface Reflection {
  readonly x: number;
  readonly y: number;
  /** Of the burnt-out part. */
  readonly radiusXPx: number;
  readonly radiusYPx: number;
  readonly degrees: number;
  /** How far the rim fades, in radii: 1 = to twice the size. */
  readonly rimRatio: number;
}

/** Adds reflections of lamps. */
export function reflect(image: UprightImage, reflections: readonly Reflection[]): UprightImage {
  const { widthPx, heightPx } = image;
  const pixels = Uint8Array.from(image.pixels);
  for (const { x, y, radiusXPx, radiusYPx, degrees, rimRatio } of reflections) {
    const cos = Math.cos((degrees * Math.PI) / 180);
    const sin = Math.sin((degrees * Math.PI) / 180);
    const reach = Math.max(radiusXPx, radiusYPx) * (1 + rimRatio);
    for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(heightPx, y + reach); py++) {
      for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(widthPx, x + reach); px++) {
        const u = ((px - x) * cos + (py - y) * sin) / radiusXPx;
        const v = ((py - y) * cos - (px - x) * sin) / radiusYPx;
        const out = (Math.hypot(u, v) - 1) / rimRatio;
        if (out >= 1) continue;
        const light = out <= 0 ? 1 : (1 - out) ** 2 * (1 + 2 * out);
        const i = (py * widthPx + px) * 3;
        for (let c = 0; c < 3; c++) pixels[i + c] = pixels[i + c]! + (255 - pixels[i + c]!) * light;
      }
    }
  }
  return { ...image, pixels };
}

/** Turned by quarters, clockwise. */
export function turn(image: UprightImage, quarterTurns: 0 | 1 | 2 | 3): Promise<UprightImage> {
  return close(open(image).rotate(quarterTurns * 90));
}

/** Leaning by some degrees clockwise; what comes in from outside is one flat colour. */
export function lean(image: UprightImage, degrees: number, background = '#6b6f76'): Promise<UprightImage> {
  return close(open(image).rotate(degrees, { background }));
}

/** Seen from below: the upper side shrinks to this share of the lower. Also tells where points of the picture went. */
export function keystone(
  image: UprightImage,
  topRatio: number,
): { image: UprightImage; moved(area: Polygon): Polygon } {
  const { widthPx: w, heightPx: h, pixels } = image;
  const inset = ((1 - topRatio) * w) / 2;
  const own = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ] as const;
  const seen = [{ x: inset, y: 0 }, { x: w - inset, y: 0 }, own[2], own[3]] as const;
  const back = homographyBetween(seen, own);
  const forth = homographyBetween(own, seen);
  const out = new Uint8Array(pixels.length).fill(110);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = project(back, x + 0.5, y + 0.5);
      const px = Math.floor(at.x);
      const py = Math.floor(at.y);
      if (px < 0 || py < 0 || px >= w || py >= h) continue;
      const to = (y * w + x) * 3;
      out.set(pixels.subarray((py * w + px) * 3, (py * w + px) * 3 + 3), to);
    }
  }
  return {
    image: { widthPx: w, heightPx: h, pixels: out },
    moved: (area) => area.map((p) => project(forth, p.x, p.y)),
  };
}
