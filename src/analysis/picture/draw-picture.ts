import sharp from 'sharp';
import { decodePhoto } from '../decode.ts';
import { scaleBox } from '../measure/geometry.ts';
import type { Box, PictureLabels, Point, Polygon, Report } from '../types.ts';
import { BADGE_RADIUS, badge, COLOURS, px, tick } from './badges.ts';
import { drawLegend, LEGEND_GROUND } from './legend.ts';
import { redact } from './redact.ts';
import { drawTags, type Tag } from './tags.ts';

/** Long side of the picture in pixels: a phone's width at twice its density. */
const LONG_SIDE_PX = 1080;
/** A narrower picture is widened by its ground, so that the words of the legend stay readable. */
const MIN_WIDTH_PX = 720;
/** Faces vanish under a flat oval this much larger than the detector's box. */
const FACE_COVER = 1.25;
/** Colour of what is shown for orientation only. */
const PLAIN = '#51606f';

/**
 * Draws what a report says onto a copy of the photo in which nobody and nothing can be read: outlines around the document, the code
 * lines and faces, and for every finding its areas and a badge with its number (1 = first). With `labels` the outlines bear words, and a
 * legend below names the numbers; without them only digits are written. JPEG bytes; undefined when the file has no pixels.
 */
export async function drawPicture(
  bytes: Uint8Array,
  report: Report,
  labels?: PictureLabels,
): Promise<Uint8Array | undefined> {
  const { image } = await decodePhoto(bytes, undefined);
  if (!image || report.widthPx === 0) return undefined;
  const scale = LONG_SIDE_PX / Math.max(report.widthPx, report.heightPx);
  const width = Math.max(1, Math.round(report.widthPx * scale));
  const height = Math.max(1, Math.round(report.heightPx * scale));
  const redacted = await redact(image, width, height);
  const { svg, badgeBoxes } = drawOverlay(report, scale, width, height, labels === undefined);
  const tags = labels ? await drawTags(tagsOf(report, labels, scale), labels, width, height, badgeBoxes) : [];
  const picture = sharp(redacted, { raw: { width, height, channels: 3 } }).composite([
    { input: Buffer.from(svg), left: 0, top: 0 },
    ...tags,
  ]);
  if (labels === undefined) return new Uint8Array(await picture.jpeg({ quality: 82 }).toBuffer());

  const fullWidth = Math.max(width, MIN_WIDTH_PX);
  const legend = await drawLegend(report, labels, fullWidth);
  const left = Math.round((fullWidth - width) / 2);
  const raw = { width, height, channels: 3 } as const;
  const ground = { width: fullWidth, height: height + legend.height, channels: 3, background: LEGEND_GROUND } as const;
  const jpeg = await sharp({ create: ground })
    .composite([
      { input: await picture.removeAlpha().raw().toBuffer(), raw, left, top: 0 },
      ...legend.parts.map((part) => ({ ...part, top: (part.top ?? 0) + height })),
    ])
    .jpeg({ quality: 84 })
    .toBuffer();
  return new Uint8Array(jpeg);
}

/** The words in the picture: what was found, and the names of findings with a place. */
function tagsOf({ document, faceBoxes, codeLines, findings }: Report, labels: PictureLabels, scale: number): Tag[] {
  const at = (area: Polygon) => corner(area, scale);
  const named = findings.flatMap((finding, i): Tag[] => {
    const [area] = ownAreas(finding.areas, document?.corners);
    const text = labels.findings[i];
    const beside = { x: 2 * BADGE_RADIUS, y: 0 };
    if (area === undefined || text === undefined) return [];
    const { x, y } = at(area);
    return [{ at: { x: x + beside.x, y }, text, colour: COLOURS[finding.severity] }];
  });
  return [
    ...named,
    ...(document ? [{ at: at(document.corners), text: labels.document, colour: PLAIN }] : []),
    ...(codeLines ? [{ at: at(codeLines), text: labels.mrz, colour: PLAIN }] : []),
    ...faceBoxes.map((box) => ({ at: faceTop(scaleBox(box, scale)), text: labels.face, colour: PLAIN })),
  ];
}

/** Where the oval over a face begins. */
function faceTop({ x, y, height }: Box): Point {
  return { x, y: y + (height / 2) * (1 - FACE_COVER * 1.15) };
}

/** Areas of a finding that say more than "the document". */
function ownAreas(areas: readonly Polygon[], corners: Polygon | undefined): readonly Polygon[] {
  return areas.filter((area) => !isSame(area, corners));
}

/** The drawing, and where badges lie. Findings without a place stand in a row when no legend names them. */
function drawOverlay(
  report: Report,
  scale: number,
  width: number,
  height: number,
  hasRow: boolean,
): { readonly svg: string; readonly badgeBoxes: readonly Box[] } {
  const faces = report.faceBoxes.map((box) => faceCover(scaleBox(box, scale)));
  const worst = report.findings[0]?.severity ?? 'fine';
  const outline = report.document ? shape(report.document.corners, scale, COLOURS[worst], 0) : '';
  const codeLines = report.codeLines ? shape(report.codeLines, scale, PLAIN, 0) : '';
  const shapes: string[] = [];
  const badges: string[] = [];
  const badgeBoxes: Box[] = [];
  let listed = 0;
  const put = (at: Point, draw: (at: Point) => string) => {
    const place = clampPoint(at, width, height);
    badges.push(draw(place));
    const side = 2 * BADGE_RADIUS;
    badgeBoxes.push({ x: place.x - BADGE_RADIUS, y: place.y - BADGE_RADIUS, width: side, height: side });
  };
  report.findings.forEach(({ areas, severity }, i) => {
    const own = ownAreas(areas, report.document?.corners);
    for (const area of own) shapes.push(shape(area, scale, COLOURS[severity], 0.25));
    const [first] = own;
    if (first) put(corner(first, scale), (at) => badge(at, i + 1, severity));
    else if (hasRow) put(listPosition(listed++, width), (at) => badge(at, i + 1, severity));
  });
  if (report.findings.length === 0 && hasRow) put(listPosition(0, width), tick);
  const parts = [...faces, outline, codeLines, ...shapes, ...badges].join('');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts}</svg>`,
    badgeBoxes,
  };
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
  return `<ellipse cx="${px(cx)}" cy="${px(cy)}" rx="${px(rx)}" ry="${px(ry)}" fill="#8d97a5"/>`;
}

function shape(area: Polygon, scale: number, colour: string, fill: number): string {
  const points = area.map(({ x, y }) => `${px(x * scale)},${px(y * scale)}`).join(' ');
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
