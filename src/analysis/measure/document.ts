import type {
  Box,
  DocumentFacts,
  DocumentKind,
  Point,
  Polygon,
  Quad,
  Sharpness,
  Side,
  UprightImage,
} from '../types.ts';
import type { FoundBarcode } from './barcode.ts';
import { measureColourSpread } from './colour.ts';
import type { DocumentMask } from './document-mask.ts';
import { type DocumentOutline, findDocumentOutline } from './document-outline.ts';
import { measureExposure } from './exposure.ts';
import type { DetectedFace } from './face-detector.ts';
import { measureFlatBlocks } from './flat-blocks.ts';
import {
  boundingBox,
  boxPolygon,
  isInsidePolygon,
  polygonArea,
  quadSides,
  scaleBox,
  scalePolygon,
} from './geometry.ts';
import { measureGlare } from './glare.ts';
import { maskOfQuad } from './mask-geometry.ts';
import type { Orientation } from './orientation.ts';
import { cropPlane, type Plane, reducePlane, reductionTo } from './plane.ts';
import { hasPrint } from './print.ts';
import { measureSharpness } from './sharpness.ts';
import type { TextLayout } from './text-lines.ts';

/** What else was seen in the picture, in working-image pixels. */
export interface Surroundings {
  readonly luminance: Plane;
  /** Of the whole picture: a document that fills it needs no measuring of its own. */
  readonly sharpness: Sharpness;
  readonly text: TextLayout;
  readonly mask: DocumentMask;
  readonly faces: readonly DetectedFace[];
  readonly barcodes: readonly FoundBarcode[];
  /** A machine readable zone is there, whether or not it could be read. */
  readonly hasZone: boolean;
  /** What a machine readable zone that was read tells: dots per inch, and where the edges of its side must be. */
  readonly zone: { readonly dpi: number; readonly page: Quad } | undefined;
  readonly orientation: Orientation;
}

/** How well mask and edges must agree before an outline is believed; where nothing is printed it takes more, and clear edges. */
const MIN_AGREEMENT = 0.72;
const MIN_BLANK_AGREEMENT = 0.88;
const MIN_BLANK_SUPPORT = 0.7;
/** Long side in millimetres and aspect: ID-1 (ISO/IEC 7810), TD3 data page (ICAO 9303-4). */
const KNOWN_SIZES: readonly { readonly kind: DocumentKind; readonly aspect: number; readonly longSideMm: number }[] = [
  { kind: 'card', aspect: 1.586, longSideMm: 85.6 },
  { kind: 'passport', aspect: 1.42, longSideMm: 125 },
];
/** A document leaning or seen at an angle may be off its aspect by this share. */
const ASPECT_TOLERANCE = 0.1;
/** Corners this far outside (share of the long side) are cut off, not jitter of the outline. */
const OUTSIDE_TOLERANCE = 0.03;
/** The margins around zones differ from issuer to issuer by this share of the long side. */
const PAGE_TOLERANCE = 0.06;
/** A document that fills more of the picture than this was laid on a scanner. */
const SCAN_FILL_RATIO = 0.9;
/** Sides this far in (share of the long side of the picture) leave ground that no scanner shows. */
const WIDE_GROUND = 0.06;
/** Light statistics need no more pixels than this on the long side. */
const LIGHT_LONG_SIDE_PX = 600;

/**
 * Finds the document and measures it. Without an outline the whole picture counts as the document when it holds print, as in a
 * scan; undefined when nothing speaks for a document. `reduction` = pixels of the full photo per pixel of the image.
 */
export function findDocument(image: UprightImage, seen: Surroundings, reduction: number): DocumentFacts | undefined {
  const { luminance, text, faces, barcodes, zone, orientation } = seen;
  // Where print tells the place of the edges, edges are looked for there, whatever the network saw.
  const outline = findDocumentOutline(image, zone ? maskOfQuad(seen.mask, zone.page) : seen.mask);
  const isPrinted = hasPrint(text) || barcodes.length > 0;
  const isBelieved = outline !== undefined && isBelievable(outline, isPrinted);
  if (!isPrinted && !isBelieved) return undefined;
  // A scan without a margin has no outline of its own: the borders of the picture are no edges of a document.
  const isScan = isBelieved && !outline.atBorder.includes(false);
  const isOutlined = !isScan && (isBelieved || zone !== undefined);

  const frame = { x: 0, y: 0, width: image.widthPx, height: image.heightPx };
  const seenCorners = isBelieved && !isScan ? outline.corners : undefined;
  const corners = seenCorners ?? (isOutlined ? zone!.page : boxPolygon(frame));
  const isInside = (x: number, y: number) => !isOutlined || isInsidePolygon(x, y, corners);
  const factor = reductionTo(luminance, LIGHT_LONG_SIDE_PX);
  const exposure = measureExposure(reducePlane(luminance, factor), (x, y) => isInside(x * factor, y * factor));
  const glare = measureGlare(luminance, exposure, isInside);
  const size = knownSize(corners);
  return {
    kind: size?.kind ?? 'sheet',
    corners: scalePolygon(corners, reduction),
    confidence: isBelieved ? outline.agreement : 0.7,
    hasOutline: isOutlined,
    fillRatio: isOutlined ? Math.min(1, polygonArea(corners) / (image.widthPx * image.heightPx)) : 1,
    dpi: zone ? zone.dpi * reduction : size && (Math.max(...sidesOf(corners)) * reduction) / (size.longSideMm / 25.4),
    tiltDegrees: Math.abs(isOutlined && !hasPrint(text) ? outlineLean(corners) : orientation.leanDegrees),
    perspectiveRatio: isOutlined ? perspectiveOf(corners) : 1,
    cutSides: zone ? sidesBeyond(zone.page, frame) : isOutlined ? cutSides(outline!, frame) : [],
    identityFeatures: [
      ...(faces.some((face) => isInside(...centreOf(face.box))) ? (['portrait'] as const) : []),
      ...(seen.hasZone ? (['mrz'] as const) : []),
      ...(barcodes.length > 0 ? (['barcode'] as const) : []),
    ],
    sharpness: isOutlined ? measureSharpness(cropPlane(luminance, boundingBox(corners))) : seen.sharpness,
    exposure,
    glare: { areaRatio: glare.areaRatio, spots: glare.spots.map((spot) => scaleBox(spot, reduction)) },
    colourSpread: measureColourSpread(image, corners),
    flatWhiteRatio: measureFlatBlocks(image, isInside).whiteRatio,
  };
}

function isBelievable({ agreement, support }: DocumentOutline, isPrinted: boolean): boolean {
  if (isPrinted) return agreement >= MIN_AGREEMENT;
  return agreement >= MIN_BLANK_AGREEMENT && support >= MIN_BLANK_SUPPORT;
}

function centreOf({ x, y, width, height }: Box): [number, number] {
  return [x + width / 2, y + height / 2];
}

function sidesOf(corners: Quad): [number, number] {
  const { across, down } = quadSides(corners);
  return [across, down];
}

function knownSize(corners: Quad) {
  const sides = sidesOf(corners);
  const aspect = Math.max(...sides) / Math.max(1, Math.min(...sides));
  const off = (known: number) => Math.abs(Math.log(aspect / known));
  const nearest = [...KNOWN_SIZES].sort((a, b) => off(a.aspect) - off(b.aspect))[0]!;
  return off(nearest.aspect) <= ASPECT_TOLERANCE ? nearest : undefined;
}

/** Lean of the upper side from the nearest quarter turn, degrees. */
function outlineLean([topLeft, topRight]: Quad): number {
  const degrees = (Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) * 180) / Math.PI;
  return degrees - 90 * Math.round(degrees / 90);
}

function perspectiveOf([a, b, c, d]: Quad): number {
  const length = (p: Point, q: Point) => Math.max(1, Math.hypot(q.x - p.x, q.y - p.y));
  const ratio = (m: number, n: number) => Math.min(m, n) / Math.max(m, n);
  return Math.min(ratio(length(a, b), length(d, c)), ratio(length(a, d), length(b, c)));
}

/** How far in the sides that are no borders lie on average, as a share of the long side of the picture. */
function groundRatio({ corners, atBorder }: DocumentOutline, { width, height }: Box): number {
  const insets = corners.map((from, k) => {
    const to = corners[(k + 1) % 4]!;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return Math.min(middle.x, middle.y, width - middle.x, height - middle.y);
  });
  const real = insets.filter((_, k) => !atBorder[k]);
  return real.reduce((a, b) => a + b, 0) / real.length / Math.max(width, height);
}

/** Borders beyond which a side reaches whose place is known from its size. */
function sidesBeyond(page: Quad, frame: Box): Side[] {
  const margin = PAGE_TOLERANCE * Math.max(...sidesOf(page));
  const { x, y, width, height } = boundingBox(page);
  const beyond: Record<Side, boolean> = {
    top: y < -margin,
    right: x + width > frame.width + margin,
    bottom: y + height > frame.height + margin,
    left: x < -margin,
  };
  return (Object.keys(beyond) as Side[]).filter((side) => beyond[side]);
}

/**
 * Borders over which corners reach out. A border that stands for a side is a cut, too, where much ground is seen on the other three sides
 * or what is left of the document has lost its aspect; scans with a narrow margin end at the border on purpose.
 */
function cutSides(outline: DocumentOutline, frame: Box): Side[] {
  const margin = OUTSIDE_TOLERANCE * Math.max(frame.width, frame.height);
  const beyond = (test: (p: Point) => boolean) => (outline.corners as Polygon).some(test);
  const sides: Record<Side, boolean> = {
    top: beyond((p) => p.y < -margin),
    right: beyond((p) => p.x > frame.width + margin),
    bottom: beyond((p) => p.y > frame.height + margin),
    left: beyond((p) => p.x < -margin),
  };
  const fillRatio = polygonArea(outline.corners) / (frame.width * frame.height);
  const realSides = outline.atBorder.filter((isBorder) => !isBorder).length;
  const hasLostAspect = knownSize(outline.corners) === undefined;
  const liesOnGround = realSides === 3 && groundRatio(outline, frame) >= WIDE_GROUND;
  if (realSides >= 2 && fillRatio < SCAN_FILL_RATIO && (hasLostAspect || liesOnGround)) {
    outline.atBorder.forEach((isBorder, k) => {
      if (isBorder) sides[(['top', 'right', 'bottom', 'left'] as const)[k]!] = true;
    });
  }
  return (Object.keys(sides) as Side[]).filter((side) => sides[side]);
}
