import sharp from 'sharp';
import { decodePhoto } from './decode.ts';
import { scaleBox } from './measure/geometry.ts';
import { luminancePlane } from './measure/plane.ts';
import { findTextLines } from './measure/text-lines.ts';
import type { Box, Finding, Point, Polygon, Report, UprightImage } from './types.ts';

/** Long side of the picture in pixels: a phone's width at twice its density. */
const LONG_SIDE_PX = 1080;
/** The photo is first reduced to at most this long side, and further until its print is this high: nothing brings that back. */
const REDACTED_LONG_SIDE_PX = 72;
const REDACTED_PRINT_PX = 2;
/** Faces vanish under a flat oval this much larger than the detector's box. */
const FACE_COVER = 1.25;
const BADGE_RADIUS = 26;

const COLOURS = { blocker: '#e5484d', warning: '#f5a524', note: '#3b82f6', fine: '#30a46c' } as const;

/**
 * Draws what a report says onto a copy of the photo in which nobody and nothing can be read: an outline around the document, and for
 * every finding a badge with its number (1 = first). Only digits are written, as strokes: no fonts are needed and every language
 * reads them. Undefined when the file has no pixels.
 */
export async function drawPicture(bytes: Uint8Array, report: Report): Promise<Uint8Array | undefined> {
  const { image } = await decodePhoto(bytes, undefined);
  if (!image || report.widthPx === 0) return undefined;
  const scale = LONG_SIDE_PX / Math.max(report.widthPx, report.heightPx);
  const width = Math.max(1, Math.round(report.widthPx * scale));
  const height = Math.max(1, Math.round(report.heightPx * scale));
  const redacted = await redact(image, width, height);
  const overlay = drawOverlay(report, scale, width, height);
  const jpeg = await sharp(redacted, { raw: { width, height, channels: 3 } })
    .composite([{ input: Buffer.from(overlay) }])
    .jpeg({ quality: 82 })
    .toBuffer();
  return new Uint8Array(jpeg);
}

/** The photo with its detail thrown away: reduced until nothing reads, then enlarged smoothly. */
async function redact(image: UprightImage, width: number, height: number): Promise<Buffer> {
  const raw = { width: image.widthPx, height: image.heightPx, channels: 3 } as const;
  const longSidePx = redactedLongSide(image);
  const small = await sharp(image.pixels, { raw })
    .resize(longSidePx, longSidePx, { fit: 'inside', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: w, height: h } = small.info;
  return sharp(small.data, { raw: { width: w, height: h, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
}

/** Pixels of the long side at which the largest print of the picture no longer reads. */
function redactedLongSide(image: UprightImage): number {
  const heights = findTextLines(luminancePlane(image)).lines.map(({ thicknessPx }) => thicknessPx);
  const largestPx = Math.max(1, ...heights);
  const longSidePx = Math.max(image.widthPx, image.heightPx);
  return Math.max(8, Math.min(REDACTED_LONG_SIDE_PX, Math.round((longSidePx * REDACTED_PRINT_PX) / largestPx)));
}

function drawOverlay(report: Report, scale: number, width: number, height: number): string {
  const faces = report.faceBoxes.map((box) => faceCover(scaleBox(box, scale)));
  const worst = report.findings[0]?.severity ?? 'fine';
  const outline = report.document ? shape(report.document.corners, scale, COLOURS[worst], 0) : '';
  const shapes: string[] = [];
  const badges: string[] = [];
  let listed = 0;
  report.findings.forEach((finding, i) => {
    const colour = COLOURS[finding.severity];
    const isDocument = (area: Polygon) => isSame(area, report.document?.corners);
    const own = finding.areas.filter((area) => !isDocument(area));
    for (const area of own) shapes.push(shape(area, scale, colour, 0.25));
    const at = own[0] ? corner(own[0], scale) : listPosition(listed++, width);
    badges.push(badge(clampPoint(at, width, height), i + 1, finding));
  });
  if (report.findings.length === 0) badges.push(checkMark(listPosition(0, width)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${faces.join('')}${outline}${shapes.join('')}${badges.join('')}</svg>`;
}

function isSame(a: Polygon, b: Polygon | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((p, i) => p.x === b[i]!.x && p.y === b[i]!.y);
}

/** A flat oval in place of a face. */
function faceCover({ x, y, width, height }: Box): string {
  const cx = x + width / 2;
  const cy = y + height / 2;
  const rx = (width / 2) * FACE_COVER;
  const ry = (height / 2) * FACE_COVER * 1.15;
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="#8d97a5"/>`;
}

function shape(area: Polygon, scale: number, colour: string, fill: number): string {
  const points = area.map(({ x, y }) => `${n(x * scale)},${n(y * scale)}`).join(' ');
  const common = `points="${points}" stroke-linejoin="round"`;
  return `<polygon ${common} fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="11"/><polygon ${common} fill="${colour}" fill-opacity="${fill}" stroke="${colour}" stroke-width="6"/>`;
}

/** Top left corner of an area. */
function corner(area: Polygon, scale: number): Point {
  const first = area.reduce((a, b) => (b.x + b.y < a.x + a.y ? b : a));
  return { x: first.x * scale, y: first.y * scale };
}

/** Findings about the whole picture line up along its top, then below. */
function listPosition(index: number, width: number): Point {
  const step = BADGE_RADIUS * 2.4;
  const perRow = Math.max(1, Math.floor((width - BADGE_RADIUS) / step));
  return { x: BADGE_RADIUS * 1.5 + (index % perRow) * step, y: BADGE_RADIUS * 1.5 + Math.floor(index / perRow) * step };
}

function clampPoint({ x, y }: Point, width: number, height: number): Point {
  const margin = BADGE_RADIUS + 6;
  return { x: Math.max(margin, Math.min(width - margin, x)), y: Math.max(margin, Math.min(height - margin, y)) };
}

function badge({ x, y }: Point, number: number, { severity }: Finding): string {
  const disc = `<circle cx="${n(x)}" cy="${n(y)}" r="${BADGE_RADIUS}" fill="${COLOURS[severity]}" stroke="#fff" stroke-width="5"/>`;
  const digits = String(number);
  const advance = 17;
  const strokes = [...digits].map((digit, i) => {
    const left = x + (i - (digits.length - 1) / 2) * advance - 6;
    return `<path transform="translate(${n(left)},${n(y - 12)})" d="${DIGITS[Number(digit)]}"/>`;
  });
  return `${disc}<g fill="none" stroke="#fff" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g>`;
}

function checkMark({ x, y }: Point): string {
  const disc = `<circle cx="${n(x)}" cy="${n(y)}" r="${BADGE_RADIUS}" fill="${COLOURS.fine}" stroke="#fff" stroke-width="5"/>`;
  return `${disc}<path d="M${n(x - 12)} ${n(y + 1)}l8 9l16 -19" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** Digits as strokes in a 12 x 24 cell. */
const DIGITS = [
  'M6 0C10 0 12 5 12 12S10 24 6 24S0 19 0 12S2 0 6 0Z',
  'M2 5L7 0V24',
  'M0 6C0 2 3 0 6 0S12 2 12 6C12 12 2 17 0 24H12',
  'M0 2C2 0 10 -2 11 5C11 10 8 11 5 11C9 11 12 13 12 17C12 25 3 25 0 22',
  'M9 24V0L0 17H12',
  'M11 0H2L1 10C4 8 12 8 12 16C12 25 3 25 0 22',
  'M10 1C4 1 0 8 0 16C0 21 2 24 6 24S12 21 12 17S9 10 6 10S0 13 0 16',
  'M0 0H12L4 24',
  'M6 0C9 0 11 2 11 5.500S9 11 6 11S1 9 1 5.500S3 0 6 0ZM6 11C10 11 12 13 12 17S10 24 6 24S0 21 0 17S2 11 6 11Z',
  'M2 23C8 23 12 16 12 8C12 3 10 0 6 0S0 3 0 7S3 14 6 14S12 11 12 8',
] as const;

/** Coordinates with one decimal keep the drawing short. */
function n(value: number): string {
  return value.toFixed(1);
}
