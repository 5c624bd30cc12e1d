import type { OverlayOptions } from 'sharp';
import type { Box, PictureLabels, Point } from '../types.ts';
import { px } from './badges.ts';
import { letter } from './lettering.ts';

/** A word at a place of the picture. */
export interface Tag {
  /** Top left corner of what it names, in pixels of the picture. */
  readonly at: Point;
  readonly text: string;
  readonly colour: string;
}

const TEXT_PX = 24;
const PADDING_X = 14;
const PADDING_Y = 9;
const GAP = 6;

/** Draws the words on plates of their colour, above what they name where there is room, and never one over the other. */
export async function drawTags(
  tags: readonly Tag[],
  { language }: Pick<PictureLabels, 'language'>,
  width: number,
  height: number,
  taken: readonly Box[],
): Promise<OverlayOptions[]> {
  const occupied = [...taken];
  const parts: OverlayOptions[] = [];
  for (const { at, text, colour } of tags) {
    const words = await letter(text, language, TEXT_PX, '#ffffff', width - 2 * PADDING_X - 2 * GAP);
    const size = { width: words.width + 2 * PADDING_X, height: words.height + 2 * PADDING_Y };
    const place = freePlace(at, size, width, height, occupied);
    // A crowded picture loses a word rather than its sense: the legend has it.
    if (place === undefined) continue;
    occupied.push(place);
    const plate = `<svg xmlns="http://www.w3.org/2000/svg" width="${px(size.width)}" height="${px(size.height)}"><rect width="100%" height="100%" rx="10" fill="${colour}" fill-opacity=".94"/></svg>`;
    parts.push({ input: Buffer.from(plate), left: Math.round(place.x), top: Math.round(place.y) });
    parts.push({ input: words.png, left: Math.round(place.x + PADDING_X), top: Math.round(place.y + PADDING_Y) });
  }
  return parts;
}

/** Above the corner, else below it, and so on downwards. */
function freePlace(
  at: Point,
  size: { readonly width: number; readonly height: number },
  width: number,
  height: number,
  occupied: readonly Box[],
): Box | undefined {
  const x = Math.max(GAP, Math.min(width - size.width - GAP, at.x));
  const step = size.height + GAP;
  const tops = [at.y - step, at.y + GAP, ...Array.from({ length: 8 }, (_, n) => at.y + GAP + (n + 1) * step)];
  return tops
    .filter((y) => y >= GAP && y + size.height <= height - GAP)
    .map((y) => ({ x, y, ...size }))
    .find((place) => !occupied.some((other) => overlaps(place, other)));
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
