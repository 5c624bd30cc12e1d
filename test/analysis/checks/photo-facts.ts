import type {
  DocumentFacts,
  ExpiryFacts,
  Exposure,
  FaceFacts,
  FaceLook,
  Facts,
  PhotoKind,
  PictureFacts,
  Sharpness,
  TextFacts,
  ZoneFacts,
} from '../../../src/analysis/types.ts';
import { factsOfFile } from './file-facts.ts';

/** Light as on a well-lit card: black ink, white paper, nothing lost. */
export function lightOf(changes: Partial<Exposure> = {}): Exposure {
  return { p05: 50, median: 190, p75: 205, p95: 220, mean: 180, clippedRatio: 0, ...changes };
}

/** Sharpness of one blur in all directions. */
export function blurOf(blurRatio: number): Sharpness {
  return { blurRatio, motionRatio: 0 };
}

/** A sharp, upright picture of 4000 x 3000. */
export function pictureOf(changes: Partial<PictureFacts> = {}): PictureFacts {
  return {
    widthPx: 4000,
    heightPx: 3000,
    sharpness: blurOf(0.4),
    exposure: lightOf(),
    screenSize: undefined,
    flatRatio: 0,
    rotation: 0,
    rotationConfidence: 0.9,
    isEnlarged: false,
    hasMoire: false,
    ...changes,
  };
}

/** A card without fault that fills half of the picture. */
export function documentOf(changes: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    kind: 'card',
    corners: [
      { x: 500, y: 500 },
      { x: 3500, y: 500 },
      { x: 3500, y: 2400 },
      { x: 500, y: 2400 },
    ],
    confidence: 0.9,
    hasOutline: true,
    fillRatio: 0.5,
    dpi: 800,
    rotation: 0,
    tiltDegrees: 1,
    viewDegrees: 5,
    cutSides: [],
    identityFeatures: ['portrait'],
    sharpness: blurOf(0.4),
    exposure: lightOf(),
    glare: { areaRatio: 0, spots: [] },
    covered: { areaRatio: 0, spots: [] },
    shade: { areaRatio: 0, spots: [] },
    colourSpread: 60,
    flatWhiteRatio: 0,
    ...changes,
  };
}

/** A zone that was read without doubt, all check digits right. */
export function zoneOf(changes: Partial<ZoneFacts> = {}): ZoneFacts {
  const area = documentOf().corners;
  return {
    area,
    lines: [],
    isReadable: true,
    wrongChecks: 0,
    certainty: 0.95,
    expiryAsRead: undefined,
    isSample: false,
    isVisa: false,
    ...changes,
  };
}

/** A photo of a document on which a zone or a date was read. */
export function readPhoto(text: Partial<TextFacts>): Facts {
  return documentPhoto({
    text: {
      zone: undefined,
      expiry: undefined,
      barcode: undefined,
      isHolderRead: false,
      mismatches: [],
      datesDisagree: false,
      sense: undefined,
      ...text,
    },
  });
}

/** Valid for so many days more. */
export function expiryIn(daysLeft: number, confidence = 0.95): ExpiryFacts {
  return { date: '2030-01-01', daysLeft, source: 'mrz', confidence };
}

/** The face of a person who holds the camera: large, upright, well lit. */
export function faceOf(changes: Partial<FaceFacts> = {}): FaceFacts {
  return {
    box: { x: 1500, y: 1000, width: 1000, height: 1000 },
    confidence: 0.95,
    rollDegrees: 0,
    isPrinted: false,
    hiddenRatio: 0,
    sharpness: blurOf(0.4),
    exposure: lightOf(),
    look: lookOf(),
    ...changes,
  };
}

/** Eyes open, nothing covered, straight into the camera. */
export function lookOf(changes: Partial<FaceLook> = {}): FaceLook {
  return {
    yawDegrees: 2,
    pitchDegrees: -3,
    eyesOpenRatio: 0.25,
    mouthCoverRatio: 0.05,
    eyeSkinRatio: 1.2,
    cheekLightRatio: 0.9,
    ...changes,
  };
}

/** Facts of a photo of a document without fault, changed where a test says so. */
export function documentPhoto(changes: Partial<Facts> = {}): Facts {
  return { ...factsOfFile({}), picture: pictureOf(), document: documentOf(), faces: [], ...changes };
}

/** Facts of a selfie without fault, changed where a test says so. */
export function selfie(changes: Partial<Facts> = {}): Facts {
  const kind: PhotoKind = 'selfie';
  return { ...documentPhoto({ document: undefined, faces: [faceOf()] }), kind, ...changes };
}
