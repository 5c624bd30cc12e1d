import { barcodeDegrees, type FoundBarcode } from './measure/barcode.ts';
import { cropImage } from './measure/crop-image.ts';
import { findDocument } from './measure/document.ts';
import { type DocumentOutline, findDocumentOutline } from './measure/document-outline.ts';
import { type DetectedFace, faceRollDegrees, isSameFace } from './measure/face-detector.ts';
import { findFaces } from './measure/faces.ts';
import { boundingBox, clipBox, distance, scaleBox } from './measure/geometry.ts';
import { knownSize } from './measure/known-sizes.ts';
import { findOrientation, turnsOfPrint } from './measure/orientation.ts';
import { luminancePlane, mirrorPlane, type Plane, reducePlane, reductionTo } from './measure/plane.ts';
import { measureSharpness } from './measure/sharpness.ts';
import { findTextLines, type TextLayout } from './measure/text-lines.ts';
import { dpiOf, pageOf, zoneDegrees } from './mrz/describe-zone.ts';
import { isClear, type ReadZone, readZone } from './mrz/read-zone.ts';
import type { ZoneLine } from './mrz/zone.ts';
import type { AnalysisTools } from './tools.ts';
import type {
  Box,
  DocumentFacts,
  Point,
  PrintSense,
  Quad,
  QuarterDegrees,
  Side,
  Spots,
  UprightImage,
} from './types.ts';

/** A document in somebody's hand. */
export interface HeldDocument {
  /** In pixels of the full upright photo, as all facts are; what follows is in pixels of the image that was given. */
  readonly facts: DocumentFacts;
  readonly zone: ReadZone | undefined;
  readonly barcodes: readonly FoundBarcode[];
  /** How its print runs; undefined where no zone tells, and the print itself must be read. */
  readonly sense: PrintSense | undefined;
}

/**
 * The network sees a document best that fills a good part of what it is shown, so it is shown squares around the face, one after the other:
 * their side and the steps of their middles, in widths of the face, to the side of it and from its middle down.
 */
const SQUARE = 1.9;
const ASIDE = [0, -0.7, 0.7, -1.4, 1.4] as const;
const BELOW = [0.95, 0.2, 1.7] as const;
/** Squares less than this share of their side apart show the same. */
const SAME_SQUARE = 0.15;
/** Lines of print, and glyphs in them, that speak for a document in a square. */
const MIN_LINES = 3;
const MIN_GLYPHS = 20;
/** Squares that are looked at, those with most print first. */
const MAX_LOOKS = 4;
/** An outline this good is not looked for any further, one worse than that is none. */
const GOOD = 1.1;
const MIN_SCORE = 0.55;
/** Sheets of another size than identity documents have must be seen better. */
const OTHER_SIZE = 0.7;
/** Ground around the document, as a share of its extent, where its outline is looked for again, and where it is measured. */
const SEARCH_MARGIN = 0.3;
const MARGIN_RATIO = 0.15;
/** Light statistics need no more pixels than this on the long side. */
const LIGHT_LONG_SIDE_PX = 600;
/** A face on a document is smaller than this share of the face of its holder. */
const MAX_PORTRAIT_RATIO = 0.6;

/** What is known of the picture before somebody's hands are looked at. */
export interface Surroundings {
  readonly person: DetectedFace;
  readonly text: TextLayout;
  /** There must be a document: squares without print are looked at, too. */
  readonly isCertain: boolean;
  /** Pixels of the full photo per pixel of the image. */
  readonly reduction: number;
}

/** Looks for a document around a person's face, first roughly where there is print, then closely. Undefined when there is none. */
export async function findHeldDocument(
  image: UprightImage,
  { person, text, isCertain, reduction }: Surroundings,
  tools: AnalysisTools,
): Promise<HeldDocument | undefined> {
  const frame = { x: 0, y: 0, width: image.widthPx, height: image.heightPx };
  const squares = squaresAround(person, frame);
  const printed = squares
    .map((square) => ({ square, glyphs: glyphsIn(square, text) }))
    .filter(({ glyphs }) => glyphs >= MIN_GLYPHS)
    .sort((a, b) => b.glyphs - a.glyphs)
    .slice(0, MAX_LOOKS)
    .map(({ square }) => square);
  const rough = bestOutline(image, printed, tools) ?? (isCertain ? bestOutline(image, squares, tools) : undefined);
  if (!rough) return undefined;
  return measureHeld(image, seenAgain(image, rough, tools), { person, reduction }, tools);
}

/** The outline as it is seen in a closer look, if that is a better one: the squares may have shown a part of the document. */
function seenAgain(image: UprightImage, rough: DocumentOutline, { documents }: AnalysisTools): DocumentOutline {
  const at = boxAround(rough, SEARCH_MARGIN, image);
  const close = cropImage(image, at);
  const again = findDocumentOutline(close, documents.see(close));
  if (!again || scoreOf(again) < scoreOf(rough)) return rough;
  return { ...again, corners: movedQuad(again.corners, at) };
}

/** The part of the image that an outline fills but for a margin, given as a share of its extent. */
function boxAround({ corners }: DocumentOutline, marginRatio: number, { widthPx, heightPx }: UprightImage): Box {
  const { x, y, width, height } = boundingBox(corners);
  const margin = marginRatio * Math.max(width, height);
  const box = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
  return wholeBox(box, { x: 0, y: 0, width: widthPx, height: heightPx });
}

/** The likeliest outline of a document in some squares of the picture; undefined when none is believable. */
function bestOutline(
  image: UprightImage,
  squares: readonly Box[],
  { documents }: AnalysisTools,
): DocumentOutline | undefined {
  let best: DocumentOutline | undefined;
  let highest = MIN_SCORE;
  for (const square of squares) {
    const scene = cropImage(image, square);
    const outline = findDocumentOutline(scene, documents.see(scene));
    if (!outline || isCutBySquare(outline, square, image)) continue;
    const score = scoreOf(outline);
    if (score <= highest) continue;
    highest = score;
    best = { ...outline, corners: movedQuad(outline.corners, square) };
    if (score >= GOOD) break;
  }
  return best;
}

function scoreOf({ agreement, support, corners }: DocumentOutline): number {
  return agreement * (0.4 + support) * (knownSize(corners) ? 1 : OTHER_SIZE);
}

/** Whether a side of the outline is only the border of the square: another square shows more of it. */
function isCutBySquare({ corners, atBorder }: DocumentOutline, at: Box, { widthPx, heightPx }: UprightImage): boolean {
  const slack = 0.02 * at.width;
  return atBorder.some((isBorder, k) => {
    if (!isBorder) return false;
    const [p, q] = [corners[k]!, corners[(k + 1) % 4]!];
    const x = at.x + (p.x + q.x) / 2;
    const y = at.y + (p.y + q.y) / 2;
    return x > slack && y > slack && x < widthPx - slack && y < heightPx - slack;
  });
}

/** Squares that a person's hands reach, whichever way up the picture lies; those that nearly reach its border or beyond end there. */
function squaresAround(person: DetectedFace, frame: Box): Box[] {
  const { x, y, width, height } = person.box;
  const roll = (Math.round(faceRollDegrees(person) / 90) * Math.PI) / 2;
  const [cos, sin] = [Math.round(Math.cos(roll)), Math.round(Math.sin(roll))];
  const side = SQUARE * width;
  const into = (start: number, room: number) => {
    if (start < SAME_SQUARE * side) return 0;
    return start > room - (1 + SAME_SQUARE) * side ? Math.max(0, room - side) : start;
  };
  const squares = BELOW.flatMap((down) =>
    ASIDE.map((aside) => {
      const centreX = x + width / 2 + (aside * cos - down * sin) * width;
      const centreY = y + height / 2 + (aside * sin + down * cos) * width;
      const [left, top] = [into(centreX - side / 2, frame.width), into(centreY - side / 2, frame.height)];
      return wholeBox({ x: left, y: top, width: side, height: side }, frame);
    }),
  );
  return squares.filter(
    (square, k) => !squares.slice(0, k).some((other) => distance(square, other) < SAME_SQUARE * side),
  );
}

/** Glyphs of the lines whose middle lies in a box; 0 when they are too few lines to be a document's. */
function glyphsIn(box: Box, { lines }: TextLayout): number {
  const inside = lines.filter(({ start, end }) => {
    const x = (start.x + end.x) / 2;
    const y = (start.y + end.y) / 2;
    return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
  });
  return inside.length >= MIN_LINES ? inside.reduce((sum, { glyphs }) => sum + glyphs, 0) : 0;
}

/** Measures the document inside an outline, in the part of the image that it fills. */
async function measureHeld(
  image: UprightImage,
  seen: DocumentOutline,
  { person, reduction }: Pick<Surroundings, 'person' | 'reduction'>,
  tools: AnalysisTools,
): Promise<HeldDocument | undefined> {
  const at = boxAround(seen, MARGIN_RATIO, image);
  const close = cropImage(image, at);
  const luminance = luminancePlane(close);
  const mask = tools.documents.see(close);
  const outline = { ...seen, corners: movedQuad(seen.corners, { x: -at.x, y: -at.y }) };
  const text = findTextLines(luminance);
  const whole = { x: 0, y: 0, width: close.widthPx, height: close.heightPx };
  const faces = findFaces(tools.faces, close, wholeBox(boundingBox(outline.corners), whole), turnsOfPrint(text)).filter(
    ({ box }) =>
      box.width < MAX_PORTRAIT_RATIO * person.box.width &&
      !isSameFace({ ...box, x: box.x + at.x, y: box.y + at.y }, person.box),
  );
  const asSeen = readZone(luminance, text, tools.glyphs, faces.length > 0);
  const zone = asSeen && isClear(asSeen) ? asSeen : undefined;
  const mirroredTurn = zone ? undefined : turnOfMirroredZone(luminance, tools);
  const isTold = zone !== undefined || mirroredTurn !== undefined || faces.length > 0;
  const barcodes = isTold ? [] : await tools.barcodes.find(luminance, outline.corners);
  const orientation = findOrientation({
    text,
    faces,
    zoneDegrees: zone && zoneDegrees(zone),
    barcodeDegrees: barcodes[0] && barcodeDegrees(barcodes[0]),
  });
  const factor = reductionTo(luminance, LIGHT_LONG_SIDE_PX);
  const document = findDocument(
    close,
    {
      luminance,
      overview: { plane: reducePlane(luminance, factor), factor },
      sharpness: measureSharpness(luminance),
      text,
      mask,
      outline,
      faces,
      barcodes,
      hasZone: zone !== undefined || mirroredTurn !== undefined,
      zone: zone && { dpi: dpiOf(zone), page: pageOf(zone) },
      orientation,
    },
    reduction,
  );
  if (!document?.hasOutline) return undefined;
  const rotation = mirroredTurn ?? orientation.rotation;
  // A barcode is read in a mirror as well.
  const isKnown = zone !== undefined || mirroredTurn !== undefined;
  return {
    facts: movedDocument({ ...document, rotation }, at, image, reduction),
    zone: zone && { ...zone, zone: zone.zone.map((line) => movedLine(line, at)) },
    barcodes: barcodes.map((barcode) => ({ ...barcode, corners: movedQuad(barcode.corners, at) })),
    sense: isKnown ? { rotation, isMirrored: mirroredTurn !== undefined } : undefined,
  };
}

/** A zone that can be read in a mirror: how far the document is turned in the picture, or undefined when there is none. */
function turnOfMirroredZone(luminance: Plane, { glyphs }: AnalysisTools): QuarterDegrees | undefined {
  const mirrored = mirrorPlane(luminance);
  const read = readZone(mirrored, findTextLines(mirrored), glyphs, false);
  if (!read || !isClear(read) || read.wrongChecks.length > 0) return undefined;
  return (((4 - (Math.round(zoneDegrees(read) / 90) & 3)) % 4) * 90) as QuarterDegrees;
}

/** The part of a box that lies in the frame, in whole pixels. */
function wholeBox(box: Box, frame: Box): Box {
  const { x, y, width, height } = clipBox(box, frame);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) };
}

/** The facts in the picture of which the close look showed a part: its own borders cut nothing. */
function movedDocument(
  facts: DocumentFacts,
  at: Box,
  { widthPx, heightPx }: UprightImage,
  reduction: number,
): DocumentFacts {
  const by = scaleBox(at, reduction);
  const isBorder: Readonly<Record<Side, boolean>> = {
    top: at.y === 0,
    left: at.x === 0,
    right: at.x + at.width >= widthPx - 1,
    bottom: at.y + at.height >= heightPx - 1,
  };
  const moved = ({ areaRatio, spots }: Spots): Spots => ({
    areaRatio,
    spots: spots.map((spot) => ({ ...spot, ...movedPoint(spot, by) })),
  });
  return {
    ...facts,
    corners: movedQuad(facts.corners, by),
    fillRatio: (facts.fillRatio * at.width * at.height) / (widthPx * heightPx),
    cutSides: facts.cutSides.filter((side) => isBorder[side]),
    glare: moved(facts.glare),
    covered: moved(facts.covered),
    shade: moved(facts.shade),
  };
}

const movedPoint = ({ x, y }: Point, at: Point): Point => ({ x: x + at.x, y: y + at.y });

const movedQuad = (corners: Quad, at: Point): Quad => corners.map((p) => movedPoint(p, at)) as unknown as Quad;

const movedLine = (line: ZoneLine, at: Point): ZoneLine => ({
  ...line,
  first: movedPoint(line.first, at),
  last: movedPoint(line.last, at),
});
