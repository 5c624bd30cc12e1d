import type { Box, DocumentFacts, IdentityFeature, Quad, Sharpness, Spots, UprightImage } from '../types.ts';
import type { FoundBarcode } from './barcode.ts';
import { measureColourSpread } from './colour.ts';
import { cutSides, sidesBeyond } from './cut-sides.ts';
import type { DocumentMask } from './document-mask.ts';
import type { DocumentOutline } from './document-outline.ts';
import { measureExposure } from './exposure.ts';
import type { DetectedFace } from './face-detector.ts';
import { measureFlatBlocks } from './flat-blocks.ts';
import { boundingBox, boxPolygon, insideTest, polygonArea, scaleBox, scalePolygon } from './geometry.ts';
import { measureGlare } from './glare.ts';
import { type KnownSize, knownSize, sidesOf } from './known-sizes.ts';
import type { Orientation } from './orientation.ts';
import { cropPlane, type Plane } from './plane.ts';
import { hasPrint } from './print.ts';
import { measureShade } from './shade.ts';
import { measureSharpness } from './sharpness.ts';
import { measureSpots } from './spots.ts';
import type { TextLayout } from './text-lines.ts';
import { viewDegreesOf } from './view-angle.ts';

/** What else was seen in the picture, in working-image pixels. */
export interface Surroundings {
  readonly luminance: Plane;
  /** The same, reduced by a whole factor: light needs no more. */
  readonly overview: { readonly plane: Plane; readonly factor: number };
  /** Of the whole picture: a document that fills it needs no measuring of its own. */
  readonly sharpness: Sharpness;
  readonly text: TextLayout;
  readonly mask: DocumentMask;
  /** Its outline as far as one was seen, believable or not. */
  readonly outline: DocumentOutline | undefined;
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

/**
 * Finds the document and measures it. Without an outline the whole picture counts as the document when it holds print, as in a
 * scan; undefined when nothing speaks for a document. `reduction` = pixels of the full photo per pixel of the image.
 */
export function findDocument(image: UprightImage, seen: Surroundings, reduction: number): DocumentFacts | undefined {
  const { luminance, text, faces, barcodes, zone, orientation, outline } = seen;
  const isPrinted = hasPrint(text) || barcodes.length > 0;
  const isBelieved = outline !== undefined && isBelievable(outline, isPrinted);
  if (!isPrinted && !isBelieved) return undefined;
  // A scan without a margin has no outline of its own: the borders of the picture are no edges of a document.
  const isScan = isBelieved && !outline.atBorder.includes(false);
  const isOutlined = !isScan && (isBelieved || zone !== undefined);

  const frame = { x: 0, y: 0, width: image.widthPx, height: image.heightPx };
  const seenCorners = isBelieved && !isScan ? outline.corners : undefined;
  const corners = seenCorners ?? (isOutlined ? zone!.page : boxPolygon(frame));
  const isInCorners = insideTest(corners);
  const isInside = (x: number, y: number) => !isOutlined || isInCorners(x, y);
  const seenCuts = seenCorners ? cutSides(outline!, frame) : [];
  const { plane: overview, factor } = seen.overview;
  const isInsideOverview = (x: number, y: number) => isInside(x * factor, y * factor);
  const exposure = measureExposure(overview, isInsideOverview);
  const identityFeatures: readonly IdentityFeature[] = [
    ...(faces.some((face) => isInside(...centreOf(face.box))) ? (['portrait'] as const) : []),
    ...(seen.hasZone ? (['mrz'] as const) : []),
    ...(barcodes.length > 0 ? (['barcode'] as const) : []),
  ];
  // What is no ID may be a field of a larger print: light on any of it counts.
  const isOnPrint = isOutlined && identityFeatures.length === 0 ? insideTest(boxPolygon(boxOfLines(text))) : undefined;
  const glare = measureGlare(
    overview,
    exposure,
    (x, y) => isInsideOverview(x, y) || isOnPrint?.(x * factor, y * factor) === true,
  );
  const size = knownSize(corners);
  // What is left of a document that is cut off tells nothing of its size.
  const isCut = seenCuts.length > 0;
  return {
    kind: size?.kind ?? 'sheet',
    corners: scalePolygon(corners, reduction),
    confidence: isBelieved ? outline.agreement : 0.7,
    hasOutline: isOutlined,
    fillRatio: isOutlined ? Math.min(1, polygonArea(corners) / (image.widthPx * image.heightPx)) : 1,
    dpi: zone ? zone.dpi * reduction : size && !isCut ? dpiFrom(corners, size) * reduction : undefined,
    rotation: orientation.rotation,
    tiltDegrees: leanOf(isOutlined ? corners : undefined, hasPrint(text) ? orientation.leanDegrees : undefined),
    viewDegrees: isOutlined ? viewDegreesOf(corners) : 0,
    cutSides: zone ? sidesBeyond(zone.page, frame, seenCuts) : seenCuts,
    identityFeatures,
    sharpness: isOutlined ? measureSharpness(cropPlane(luminance, boundingBox(corners))) : seen.sharpness,
    exposure,
    glare: scaledSpots(glare, reduction * factor),
    covered: scaledSpots(measureSpots(seen.mask, 'finger', corners), reduction),
    shade: scaledSpots(measureShade(seen.mask, corners, seen.overview), reduction),
    colourSpread: measureColourSpread(image, corners),
    flatWhiteRatio: measureFlatBlocks(image, isInside).whiteRatio,
  };
}

function dpiFrom(corners: Quad, { longSideMm }: KnownSize): number {
  return Math.max(...sidesOf(corners)) / (longSideMm / 25.4);
}

/** Where lines of print run. */
function boxOfLines({ lines }: TextLayout): Box {
  return boundingBox(lines.flatMap(({ start, end }) => [start, end]));
}

function isBelievable({ agreement, support }: DocumentOutline, isPrinted: boolean): boolean {
  if (isPrinted) return agreement >= MIN_AGREEMENT;
  return agreement >= MIN_BLANK_AGREEMENT && support >= MIN_BLANK_SUPPORT;
}

function centreOf({ x, y, width, height }: Box): [number, number] {
  return [x + width / 2, y + height / 2];
}

function scaledSpots({ areaRatio, spots }: Spots, reduction: number): Spots {
  return { areaRatio, spots: spots.map((spot) => scaleBox(spot, reduction)) };
}

/** How far the document leans from the nearest quarter turn, degrees: its outline and its print, whichever leans more. */
function leanOf(outline: Quad | undefined, ofPrint: number | undefined): number {
  return Math.max(outline ? Math.abs(outlineLean(outline)) : 0, Math.abs(ofPrint ?? 0));
}

/** Mean lean of the upper and lower side. */
function outlineLean([topLeft, topRight, bottomRight, bottomLeft]: Quad): number {
  const across = {
    x: topRight.x - topLeft.x + bottomRight.x - bottomLeft.x,
    y: topRight.y - topLeft.y + bottomRight.y - bottomLeft.y,
  };
  const degrees = (Math.atan2(across.y, across.x) * 180) / Math.PI;
  return degrees - 90 * Math.round(degrees / 90);
}
