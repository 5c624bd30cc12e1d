import sharp from 'sharp';
import type { Box, Point, Quad, UprightImage } from '../../src/analysis/types.ts';
import type { Specimen } from '../specimens/index.ts';
import { type Random, randomFrom } from '../specimens/random.ts';
import { addGrain } from './grain.ts';
import { lay } from './lay.ts';

/** A photo of one person, and where the face is in it. */
export interface Person {
  readonly bytes: Uint8Array;
  readonly face: Box;
}

/** How somebody holds a document into a selfie. */
export interface HeldPose {
  /** `over-face`: it hides mouth and nose. `beyond`: a fifth of it lies outside the picture. */
  readonly place: 'beside' | 'below' | 'over-face' | 'beyond';
  /** Width of the document in widths of the face (brows to chin); a card held beside it measures about 0.8. */
  readonly sizeRatio: number;
  readonly isUpsideDown: boolean;
  /** Fingers lie across the document instead of on its rim. */
  readonly hidesData: boolean;
}

/** A selfie and what it shows. */
export interface HeldScene {
  readonly image: UprightImage;
  /** Corners of the document, from the top left of its content clockwise. */
  readonly corners: Quad | undefined;
  readonly face: Box;
}

/** Front cameras make photos of 5 to 12 megapixels, chats make them smaller; this is one of 3.5. */
const WIDTH_PX = 1620;
const HEIGHT_PX = 2160;
const FEATHER_RATIO = 0.06;
/** Of somebody who looks over a shoulder, in widths of the face from its middle. */
const HEAD = { aside: 0.75, above: 1, below: 1.1 };
/** ID-1 (ISO/IEC 7810); larger documents are larger in the hand. */
const CARD_WIDTH_MM = 85.6;

/** Puts a person before a soft background, with a document in the hand unless `specimen` is undefined; `other` stands behind. */
export async function composeSelfie(
  person: Person,
  specimen: Specimen | undefined,
  pose: HeldPose,
  seed: number,
  other?: Person,
): Promise<HeldScene> {
  const random = randomFrom(seed);
  const faceWidth = WIDTH_PX * random.between(0.29, 0.35);
  const middle = { x: WIDTH_PX * random.between(0.44, 0.56), y: HEIGHT_PX * random.between(0.27, 0.34) };
  const side = random.next() < 0.5 ? -1 : 1;
  const stood = await stand(await background(person.bytes), person, faceWidth, middle);
  let image = stood.image;
  if (other) {
    const at = { x: middle.x - side * faceWidth * 1.05, y: middle.y + faceWidth * 0.1 };
    image = (await stand(image, other, faceWidth * 0.7, at, HEAD)).image;
  }
  if (!specimen) return { image: finish(image, seed), corners: undefined, face: stood.face };

  const corners = cornersHeld(specimen, pose, stood.face, side, random);
  const skin = skinOf(image, stood.face);
  image = await over(image, palm(corners, skin, pose.isUpsideDown));
  lay(image, specimen, corners);
  image = await over(image, fingers(corners, skin, pose, random));
  return { image: finish(image, seed), corners, face: stood.face };
}

/** The person's own photo, so blurred that nothing of it is left but colours. */
async function background(bytes: Uint8Array): Promise<UprightImage> {
  const small = await sharp(bytes)
    .rotate()
    .removeAlpha()
    .toColourspace('srgb')
    .resize(WIDTH_PX / 45, HEIGHT_PX / 45, { fit: 'fill' })
    .blur(4)
    .png()
    .toBuffer();
  const { data } = await sharp(small)
    .resize(WIDTH_PX, HEIGHT_PX)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, pixels: new Uint8Array(data) };
}

/** Pastes the person's photo, or a part of it, so that the face has this width and lies here; its borders fade. */
async function stand(
  image: UprightImage,
  { bytes, face }: Person,
  faceWidth: number,
  at: Point,
  part?: { readonly aside: number; readonly above: number; readonly below: number },
): Promise<{ image: UprightImage; face: Box }> {
  const scale = faceWidth / face.width;
  const upright = sharp(await sharp(bytes).rotate().removeAlpha().toColourspace('srgb').png().toBuffer());
  const { width = 1, height = 1 } = await upright.metadata();
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const left = Math.round(at.x - (face.x + face.width / 2) * scale);
  const top = Math.round(at.y - (face.y + face.height / 2) * scale);
  const { data } = await upright.resize(w, h).raw().toBuffer({ resolveWithObject: true });
  const feather = FEATHER_RATIO * Math.min(w, h);
  const out = Uint8Array.from(image.pixels);
  for (let y = Math.max(0, top); y < Math.min(HEIGHT_PX, top + h); y++) {
    for (let x = Math.max(0, left); x < Math.min(WIDTH_PX, left + w); x++) {
      const [u, v] = [x - left, y - top];
      const dx = (x - at.x) / faceWidth;
      const dy = (y - at.y) / faceWidth;
      const ofPart = part
        ? faceWidth * Math.min(part.aside - Math.abs(dx), dy + part.above, part.below - dy)
        : Infinity;
      const rim = Math.max(0, Math.min(u, v, w - 1 - u, h - 1 - v, ofPart));
      const share = Math.min(1, rim / feather);
      const from = (v * w + u) * 3;
      const to = (y * WIDTH_PX + x) * 3;
      for (let c = 0; c < 3; c++) out[to + c] = data[from + c]! * share + out[to + c]! * (1 - share);
    }
  }
  const placed = {
    x: left + face.x * scale,
    y: top + face.y * scale,
    width: face.width * scale,
    height: face.height * scale,
  };
  return { image: { ...image, pixels: out }, face: placed };
}

function cornersHeld(specimen: Specimen, pose: HeldPose, face: Box, side: number, random: Random): Quad {
  const width = face.width * pose.sizeRatio * (specimen.widthMm / CARD_WIDTH_MM);
  const height = (width * specimen.heightMm) / specimen.widthMm;
  const centre = { x: face.x + face.width / 2, y: face.y + face.height / 2 };
  const middle = {
    beside: { x: centre.x + side * (face.width * 0.72 + width / 2), y: centre.y + face.height * 0.75 },
    below: { x: centre.x + side * face.width * 0.2, y: face.y + face.height * 1.22 + height / 2 },
    'over-face': { x: centre.x, y: face.y + face.height * 0.5 + height / 2 },
    beyond: { x: side < 0 ? width * 0.28 : WIDTH_PX - width * 0.28, y: face.y + face.height * 1.3 + height / 2 },
  }[pose.place];
  const margin = 0.03 * WIDTH_PX;
  if (pose.place !== 'beyond') {
    middle.x = Math.max(width / 2 + margin, Math.min(WIDTH_PX - width / 2 - margin, middle.x));
  }
  // A document that does not fit beside the face is held lower.
  const isBesideFace = Math.abs(middle.x - centre.x) < face.width * 0.6 + width / 2;
  if (pose.place === 'beside' && isBesideFace) middle.y = face.y + face.height * 1.22 + height / 2;
  const turn = ((random.between(-8, 8) + (pose.isUpsideDown ? 180 : 0)) * Math.PI) / 180;
  const squeeze = random.between(-0.05, 0.05);
  const signs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return signs.map(([sx, sy]) => {
    // The side that is further away looks shorter.
    const x = (sx * width) / 2;
    const y = ((sy * height) / 2) * (1 + sx * squeeze);
    return {
      x: middle.x + x * Math.cos(turn) - y * Math.sin(turn),
      y: middle.y + x * Math.sin(turn) + y * Math.cos(turn),
    };
  }) as unknown as Quad;
}

/** Mean colour of the middle of the face. */
function skinOf({ widthPx, pixels }: UprightImage, face: Box): readonly [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = Math.round(face.y + 0.4 * face.height); y < face.y + 0.6 * face.height; y += 4) {
    for (let x = Math.round(face.x + 0.25 * face.width); x < face.x + 0.75 * face.width; x += 4) {
      for (let c = 0; c < 3; c++) sum[c] = sum[c]! + pixels[(y * widthPx + x) * 3 + c]!;
      count++;
    }
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

const shade = (skin: readonly number[], factor: number) =>
  `rgb(${skin.map((value) => Math.round(Math.min(255, value * factor))).join(' ')})`;

/** The rim by which it is held (the lower one as the picture lies), and the direction out of the document. */
function heldRim(corners: Quad, isUpsideDown: boolean): { from: Point; to: Point; degrees: number; length: number } {
  const [from, to] = isUpsideDown ? [corners[1], corners[0]] : [corners[3], corners[2]];
  const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return { from, to, degrees, length: Math.hypot(to.x - from.x, to.y - from.y) };
}

/** The hand behind the document and the arm that it belongs to. */
function palm(corners: Quad, skin: readonly number[], isUpsideDown: boolean): string {
  const { from, to, degrees, length } = heldRim(corners, isUpsideDown);
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const hand = length * 0.3;
  return svg(
    `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${degrees.toFixed(1)})"><defs><linearGradient id="p"><stop offset="0" stop-color="${shade(skin, 0.72)}"/><stop offset=".5" stop-color="${shade(skin, 1)}"/><stop offset="1" stop-color="${shade(skin, 0.66)}"/></linearGradient></defs><rect x="${-hand}" y="${-hand * 0.9}" width="${hand * 2}" height="${hand * 2}" rx="${hand * 0.7}" fill="url(#p)"/><rect x="${-hand * 0.72}" y="${hand * 0.5}" width="${hand * 1.44}" height="${hand * 12}" rx="${hand * 0.3}" fill="url(#p)"/></g>`,
  );
}

/** The thumb on the rim, or fingers across the data. */
function fingers(corners: Quad, skin: readonly number[], pose: HeldPose, random: Random): string {
  const { from, to, degrees, length } = heldRim(corners, pose.isUpsideDown);
  const depth = Math.hypot(corners[3].x - corners[0].x, corners[3].y - corners[0].y);
  const width = length * 0.13;
  const shares = pose.hidesData ? [0.3, 0.46, 0.62] : [random.between(0.35, 0.65)];
  const drawn = shares.map((share) => {
    const reach = depth * (pose.hidesData ? random.between(0.45, 0.65) : random.between(0.04, 0.07));
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${degrees.toFixed(1)})"><rect x="${-width / 2}" y="${-reach}" width="${width}" height="${reach + width * 1.6}" rx="${width / 2}" fill="url(#f)"/><ellipse cx="0" cy="${-reach + width * 0.42}" rx="${width * 0.3}" ry="${width * 0.28}" fill="${shade(skin, 1.18)}"/></g>`;
  });
  return svg(
    `<defs><linearGradient id="f"><stop offset="0" stop-color="${shade(skin, 0.75)}"/><stop offset=".5" stop-color="${shade(skin, 1.06)}"/><stop offset="1" stop-color="${shade(skin, 0.7)}"/></linearGradient></defs>${drawn.join('')}`,
  );
}

const svg = (drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${HEIGHT_PX}">${drawing}</svg>`;

async function over({ widthPx, heightPx, pixels }: UprightImage, drawing: string): Promise<UprightImage> {
  const result = await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .composite([{ input: Buffer.from(drawing) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { widthPx, heightPx, pixels: new Uint8Array(result) };
}

function finish(image: UprightImage, seed: number): UprightImage {
  const pixels = Uint8Array.from(image.pixels);
  addGrain(pixels, 2.5, seed + 3);
  return { ...image, pixels };
}
