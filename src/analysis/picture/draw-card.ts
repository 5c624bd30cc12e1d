import sharp from 'sharp';
import type { CardRequest, CardState } from '../types.ts';
import { COLOURS } from './badges.ts';
import { LEGEND_GROUND } from './legend.ts';
import { isRightToLeft, letter } from './lettering.ts';

/** A phone's width at twice its density. */
const WIDTH_PX = 1080;
const EDGE_PX = 48;
const TITLE_PX = 50;
const NAME_PX = 40;
const WORDS_PX = 32;
const HEAD_PX = 140;
const ROW_PX = 132;
const FOOT_PX = 32;
const SIGN_RADIUS = 36;
const WORDS = '#f4f7f6';
const QUIET_WORDS = '#a9b6b2';
const PANEL = '#1f2c2a';

const STATES: Readonly<Record<CardState, { readonly colour: string; readonly sign: string }>> = {
  ready: { colour: '#2e9e6b', sign: '<path d="M-15 1l10 11 20-23" fill="none"/>' },
  warn: { colour: COLOURS.warning, sign: '<path d="M0-16v19M0 14v1" fill="none"/>' },
  retake: { colour: COLOURS.blocker, sign: '<path d="M-13-13l26 26M13-13l-26 26" fill="none"/>' },
  missing: { colour: '#51606f', sign: '<path d="M-14 0h28" fill="none"/>' },
};

/**
 * A card with a line for each photo: a sign and colour for how it stands, its name, and what that means in words.
 * It shows nothing of the photos. JPEG bytes.
 */
export async function drawCard({ language, title, rows }: CardRequest): Promise<Uint8Array> {
  const height = HEAD_PX + rows.length * ROW_PX + FOOT_PX;
  const isMirrored = isRightToLeft(language);
  const textEdge = EDGE_PX + 28 + 2 * SIGN_RADIUS + 32;
  const room = WIDTH_PX - textEdge - EDGE_PX - 28;
  const placed = async (
    text: string,
    size: number,
    colour: string,
    start: number,
    maxWidth: number,
    middle: number,
  ) => {
    const { png, width, height: tall } = await letter(text, language, size, colour, maxWidth);
    return { input: png, left: isMirrored ? WIDTH_PX - start - width : start, top: Math.round(middle - tall / 2) };
  };
  const top = (row: number) => HEAD_PX + row * ROW_PX;
  const shapes = rows.map(({ state }, row) => {
    const { colour, sign } = STATES[state];
    const middle = top(row) + (ROW_PX - 16) / 2;
    const at = EDGE_PX + 28 + SIGN_RADIUS;
    return `<rect x="${EDGE_PX}" y="${top(row)}" width="${WIDTH_PX - 2 * EDGE_PX}" height="${ROW_PX - 16}" rx="24" fill="${PANEL}"/>
<g transform="translate(${isMirrored ? WIDTH_PX - at : at} ${middle})"><circle r="${SIGN_RADIUS}" fill="${colour}"/><g stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round">${sign}</g></g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${height}"><rect width="100%" height="100%" fill="${LEGEND_GROUND}"/>${shapes.join('')}</svg>`;
  const words = await Promise.all([
    placed(title, TITLE_PX, WORDS, EDGE_PX, WIDTH_PX - 2 * EDGE_PX, HEAD_PX / 2),
    ...rows.flatMap(({ name, state, words: meaning }, row) => [
      placed(name, NAME_PX, WORDS, textEdge, room, top(row) + 36),
      placed(
        meaning,
        WORDS_PX,
        state === 'missing' ? QUIET_WORDS : STATES[state].colour,
        textEdge,
        room,
        top(row) + 84,
      ),
    ]),
  ]);
  const jpeg = await sharp(Buffer.from(svg))
    .composite([...words])
    .jpeg({ quality: 88 })
    .toBuffer();
  return new Uint8Array(jpeg);
}
