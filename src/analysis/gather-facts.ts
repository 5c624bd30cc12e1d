import { daysBetween } from './calendar.ts';
import { compareDetails } from './details/compare-details.ts';
import { findHeldDocument, type HeldDocument } from './held-document.ts';
import { recogniseKind } from './kind.ts';
import { readLicenceRecord } from './licence-record.ts';
import { barcodeDegrees, isPortraitBeside } from './measure/barcode.ts';
import { findDocument } from './measure/document.ts';
import { findDocumentOutline } from './measure/document-outline.ts';
import { isEnlarged } from './measure/enlargement.ts';
import { measureExposure } from './measure/exposure.ts';
import { describeFace } from './measure/face.ts';
import type { DetectedFace } from './measure/face-detector.ts';
import { measureLook } from './measure/face-look.ts';
import { findFaces, mergeFaces } from './measure/faces.ts';
import { measureFlatBlocks } from './measure/flat-blocks.ts';
import { boundingBox, clipBox, insideTest, scalePolygon } from './measure/geometry.ts';
import { maskOfQuad } from './measure/mask-geometry.ts';
import { hasMoire } from './measure/moire.ts';
import { findOrientation, type Orientation, orientationOfFace, turnsOfPrint } from './measure/orientation.ts';
import { luminancePlane, reducePlane, reductionTo } from './measure/plane.ts';
import { screenSizeOf } from './measure/screen-size.ts';
import { measureSharpness } from './measure/sharpness.ts';
import { findTextLines } from './measure/text-lines.ts';
import { describeZone, dpiOf, pageOf, zoneDegrees } from './mrz/describe-zone.ts';
import { holderOf } from './mrz/holder.ts';
import { isClear, readZone } from './mrz/read-zone.ts';
import type { AnalysisTools } from './tools.ts';
import type {
  DecodedPhoto,
  DocumentFacts,
  ExpiryFacts,
  FaceFacts,
  Facts,
  IdentityFeature,
  PhotoSubmission,
  TextFacts,
  UprightImage,
} from './types.ts';

/** Light statistics need no more pixels than this on the long side. */
const LIGHT_LONG_SIDE_PX = 600;
/** A portrait this sure makes reading barcodes needless. */
const SURE_PORTRAIT = 0.75;
/** Sharper pictures were not enlarged so much that it matters. */
const SOFT_BLUR_RATIO = 0.55;
/** No check digit vouches for names: the zone must have been read with this certainty. */
const SURE_NAMES = 0.9;
/** Smaller faces (share of the long side) belong to portraits and passers-by. */
const MIN_PERSON_RATIO = 0.08;
/** A face this large need not be a portrait, even where it seems to belong to a document. */
const SURE_PERSON_RATIO = 0.18;
/** Documents that fill less of the picture than this get a look of their own at their portrait. */
const SECOND_LOOK_BELOW = 0.5;

/** Measures a decoded photo. Without pixels only the facts of the file are there. `lap` is told the end of each stage. */
export async function gatherFacts(
  decoded: DecodedPhoto,
  { as, today, details }: Pick<PhotoSubmission, 'as' | 'today' | 'details'>,
  tools: AnalysisTools,
  lap: (stage: string) => void,
): Promise<Facts> {
  const { file, image, reduction, widthPx, heightPx } = decoded;
  if (!image) {
    const kind = as === 'auto' ? 'document' : as;
    return { kind, file, picture: undefined, document: undefined, text: undefined, faces: undefined };
  }

  const luminance = luminancePlane(image);
  const factor = reductionTo(luminance, LIGHT_LONG_SIDE_PX);
  const overview = { plane: reducePlane(luminance, factor), factor };
  const exposure = measureExposure(overview.plane);
  const sharpness = measureSharpness(luminance);
  lap('picture');

  const frame = { x: 0, y: 0, width: image.widthPx, height: image.heightPx };
  const text = findTextLines(luminance);
  lap('text');

  const turns = turnsOfPrint(text);
  const firstLook = findFaces(tools.faces, image, frame, turns);
  lap('faces');

  const isSelfie = as === 'selfie';
  const hasPortrait = firstLook.some(({ confidence }) => confidence >= SURE_PORTRAIT);
  const zone = isSelfie ? undefined : readZone(luminance, text, tools.glyphs, firstLook.length > 0);
  lap('mrz');

  const isSurelyId = zone !== undefined || hasPortrait;
  const wantsBarcode = !isSelfie && !isSurelyId;
  const page = zone && isClear(zone) ? pageOf(zone) : undefined;
  const mask = isSelfie ? undefined : tools.documents.see(image);
  // Where print tells the place of the edges, edges are looked for there, whatever the network saw.
  const outline = mask && findDocumentOutline(image, page ? maskOfQuad(mask, page) : mask);
  lap('document');

  const barcodes = wantsBarcode ? await tools.barcodes.find(luminance, outline?.corners) : [];
  lap('barcode');

  const firstFaces = firstLook.filter((face) => barcodes.every((barcode) => isPortraitBeside(barcode, face)));
  const zoneSense = zone && isClear(zone) ? zoneDegrees(zone) : undefined;
  const signs = { text, zoneDegrees: zoneSense, barcodeDegrees: barcodes[0] && barcodeDegrees(barcodes[0]) };
  const firstOrientation = findOrientation({ ...signs, faces: firstFaces });
  const seen = {
    luminance,
    overview,
    sharpness,
    text,
    faces: firstFaces,
    barcodes,
    hasZone: zone !== undefined,
    zone: zone && page ? { dpi: dpiOf(zone), page } : undefined,
    orientation: firstOrientation,
  };
  const firstDocument = mask && findDocument(image, { ...seen, mask, outline }, reduction);
  lap('document');

  // A portrait on a card that lies small in the picture is lost at the first look: look again at the card alone.
  const isSmall = firstDocument?.hasOutline && firstDocument.fillRatio < SECOND_LOOK_BELOW;
  const closeUp = isSmall ? clipBox(boundingBox(scalePolygon(firstDocument.corners, 1 / reduction)), frame) : undefined;
  const secondLook = closeUp ? findFaces(tools.faces, image, closeUp, turns) : [];
  const faces = mergeFaces(firstFaces, secondLook);
  const orientation = secondLook.length > 0 ? findOrientation({ ...signs, faces }) : firstOrientation;
  const document = firstDocument && {
    ...firstDocument,
    identityFeatures: withPortrait(firstDocument.identityFeatures, secondLook.length > 0),
  };
  const describeAll = (of: DocumentFacts | undefined, { rotation }: Orientation) =>
    faces.map((face) => describeFace(face, luminance, of, rotation, reduction));
  const atFirst = describeAll(document, orientation);
  lap('faces');

  const mayBeHeld = as === 'auto' || as === 'selfie-with-document';
  const person = mayBeHeld ? personAmong(faces, atFirst, image) : undefined;
  const isCertain = as === 'selfie-with-document';
  const inHand = person && (await findHeldDocument(image, { person, text, isCertain, reduction }, tools));
  // The person tells which way up the picture is: what is in the hand may be held any way.
  const ofPerson = person ? orientationOfFace(person) : orientation;
  const besideHand = inHand && describeAll(inHand.facts, ofPerson);
  const held = inHand && isHeldBy(besideHand![faces.indexOf(person!)]!, inHand, isCertain) ? inHand : undefined;
  lap('document');

  const longSidePx = Math.max(widthPx, heightPx);
  const described = held ? besideHand! : atFirst;
  const kind = as !== 'auto' ? as : held ? 'selfie-with-document' : recogniseKind(document, described, longSidePx);
  const faceFacts = kind === 'document' ? described : withLook(described, faces, image, tools);
  lap('faces');

  return {
    kind,
    file,
    picture: {
      widthPx,
      heightPx,
      sharpness,
      exposure,
      screenSize: screenSizeOf(widthPx, heightPx),
      flatRatio: measureFlatBlocks(image).flatRatio,
      rotation: (held ? ofPerson : orientation).rotation,
      rotationConfidence: (held ? ofPerson : orientation).confidence,
      // The traces of an enlargement do not survive a reduction.
      isEnlarged: reduction === 1 && sharpness.blurRatio > SOFT_BLUR_RATIO && isEnlarged(luminance),
      hasMoire: hasMoire(image, outsideOf(held?.facts ?? document, reduction)),
    },
    document: held?.facts ?? document,
    text: isSelfie ? undefined : textOf(held ?? { zone, barcodes, sense: undefined }, { today, details }, reduction),
    faces: faceFacts,
  };
}

/** Tells of the working image what does not belong to a document whose outline was seen: its print has patterns of its own. */
function outsideOf(document: DocumentFacts | undefined, reduction: number): (x: number, y: number) => boolean {
  if (!document?.hasOutline) return () => true;
  const isInside = insideTest(scalePolygon(document.corners, 1 / reduction));
  return (x, y) => !isInside(x, y);
}

/** The largest face that may be a person's who holds a document. */
function personAmong(
  faces: readonly DetectedFace[],
  described: readonly FaceFacts[],
  { widthPx, heightPx }: UprightImage,
): DetectedFace | undefined {
  const longSide = Math.max(widthPx, heightPx);
  return faces
    .filter(({ box }, k) => box.width >= (described[k]!.isPrinted ? SURE_PERSON_RATIO : MIN_PERSON_RATIO) * longSide)
    .sort((a, b) => b.box.width - a.box.width)[0];
}

/** Whether what was found near a face is held by that person: it is no part of the document, and the document shows what it is. */
function isHeldBy(face: FaceFacts, { facts }: HeldDocument, isCertain: boolean): boolean {
  if (face.isPrinted) return false;
  return facts.identityFeatures.length > 0 || facts.kind !== 'sheet' || (isCertain && facts.cutSides.length > 0);
}

/** What is read without reading print: the zone, else a barcode. */
function textOf(
  { zone, barcodes, sense }: Pick<HeldDocument, 'zone' | 'barcodes' | 'sense'>,
  { today, details }: Pick<PhotoSubmission, 'today' | 'details'>,
  reduction: number,
): TextFacts {
  const read = zone ? describeZone(zone, today, reduction) : { zone: undefined, expiry: undefined };
  const barcode = barcodes[0]?.text;
  const record = barcode === undefined ? undefined : readLicenceRecord(barcode);
  const date = record?.expiry;
  const expiry: ExpiryFacts | undefined = date
    ? { date, daysLeft: daysBetween(today, date), source: 'barcode', confidence: 0.95 }
    : undefined;
  const isSure = read.zone?.isReadable && read.zone.wrongChecks === 0 && read.zone.certainty >= SURE_NAMES;
  const holder = zone && isSure ? holderOf(zone) : record?.holder;
  return {
    zone: read.zone,
    expiry: read.expiry ?? expiry,
    barcode,
    isHolderRead: holder !== undefined,
    mismatches: details && holder ? compareDetails(details, holder) : [],
    datesDisagree: read.expiry !== undefined && expiry !== undefined && read.expiry.date !== expiry.date,
    sense,
  };
}

/** Looks closer at the largest face of a person. */
function withLook(
  described: readonly FaceFacts[],
  faces: readonly DetectedFace[],
  image: UprightImage,
  { meshes, eyes }: AnalysisTools,
): FaceFacts[] {
  const widths = described.map(({ isPrinted, box }) => (isPrinted ? 0 : box.width));
  const largest = Math.max(0, ...widths);
  return described.map((face, k) => {
    const isMeant = largest > 0 && widths[k] === largest;
    return isMeant ? { ...face, look: measureLook(image, faces[k]!, meshes, eyes) } : face;
  });
}

function withPortrait(features: readonly IdentityFeature[], isSeen: boolean): readonly IdentityFeature[] {
  return isSeen && !features.includes('portrait') ? ['portrait', ...features] : features;
}
