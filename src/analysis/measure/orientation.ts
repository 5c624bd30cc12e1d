import { type DetectedFace, faceRollDegrees } from './face-detector.ts';
import type { QuarterTurns } from './letterbox.ts';
import type { TextLayout } from './text-lines.ts';

/** Which way up the content lies. */
export interface Orientation {
  /** Degrees clockwise that the content is turned. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** 0..1 */
  readonly confidence: number;
  /** How far it leans from that quarter turn in degrees, -45..45, positive = clockwise. */
  readonly leanDegrees: number;
}

/** A face this sure tells the turn by itself. */
const SURE_FACE = 0.7;
/** Print counts as such from this agreement of its glyphs and this many of them. */
const MIN_AGREEMENT = 0.3;
const MIN_GLYPHS = 40;
/**
 * Ascenders outnumber descenders about three to one in Latin, Cyrillic and Greek print. Photos upside down are rare, so it takes more
 * to believe in one.
 */
const ODDS_UPRIGHT = 2;
const ODDS_UPSIDE_DOWN = 2.8;
const MIN_OUTSTANDING = 24;
/** Without print around it, a barcode may belong to anything. */
const LONE_BARCODE = 0.6;

/** True when there is enough print of one direction to trust it. */
function isTrusted(text: TextLayout): text is TextLayout & { angleDegrees: number } {
  return text.angleDegrees !== undefined && text.agreementRatio >= MIN_AGREEMENT && text.glyphs >= MIN_GLYPHS;
}

/** The quarter turns (clockwise, to bring the content upright) that the print leaves open beside none. */
export function turnsOfPrint(text: TextLayout): readonly QuarterTurns[] {
  if (!isTrusted(text)) return [1, 2, 3];
  return Math.abs(text.angleDegrees) > 45 ? [1, 3] : [2];
}

/** What tells the way up; directions in degrees clockwise. */
export interface Signs {
  readonly faces: readonly DetectedFace[];
  readonly text: TextLayout;
  /** In which a machine readable zone was read. */
  readonly zoneDegrees: number | undefined;
  /** In which a barcode was read: on licences and cards they run as the print does. */
  readonly barcodeDegrees: number | undefined;
}

/** Which way up a face is. */
export function orientationOfFace(face: DetectedFace): Orientation {
  const roll = faceRollDegrees(face);
  return { rotation: quarterTurn(roll), confidence: face.confidence, leanDegrees: leanOf(roll) };
}

/** Tells which way up a picture is: from its machine readable zone, else from the faces in it and, without one, from its print. */
export function findOrientation({ faces, text, zoneDegrees, barcodeDegrees }: Signs): Orientation {
  if (zoneDegrees !== undefined) {
    return { rotation: quarterTurn(zoneDegrees), confidence: 0.98, leanDegrees: leanOf(zoneDegrees) };
  }
  const face = faces.find(({ confidence }) => confidence >= SURE_FACE);
  if (face) {
    const roll = faceRollDegrees(face);
    const rotation = quarterTurn(roll);
    // A person's head leans where the card does not: print, where there is some, knows the lean better.
    const lean = isTrusted(text) ? leanOf(text.angleDegrees) : roll - 90 * Math.round(roll / 90);
    return { rotation, confidence: face.confidence, leanDegrees: lean };
  }
  if (!isTrusted(text)) {
    if (barcodeDegrees === undefined) return { rotation: 0, confidence: 0, leanDegrees: 0 };
    return { rotation: quarterTurn(barcodeDegrees), confidence: LONE_BARCODE, leanDegrees: leanOf(barcodeDegrees) };
  }
  const up = text.lines.reduce((sum, line) => sum + line.outUp, 0);
  const down = text.lines.reduce((sum, line) => sum + line.outDown, 0);
  const isEnough = up + down >= MIN_OUTSTANDING;
  const isUpsideDown = isEnough && down >= ODDS_UPSIDE_DOWN * up;
  const isTelling = isUpsideDown || (isEnough && up >= ODDS_UPRIGHT * down);
  const ofPrint = quarterTurn(text.angleDegrees + (isUpsideDown ? 180 : 0));
  // A barcode knows its sense for sure where print gives but its line.
  const ofBarcode = barcodeDegrees === undefined ? undefined : quarterTurn(barcodeDegrees);
  if (ofBarcode !== undefined && (ofBarcode - ofPrint) % 180 === 0) {
    return { rotation: ofBarcode, confidence: 0.9, leanDegrees: leanOf(text.angleDegrees) };
  }
  // Level print of unknown sense is taken as upright, as nearly all photos are; sideways print is wrong either way.
  return {
    rotation: ofPrint,
    confidence: isTelling ? 0.85 : ofPrint === 0 ? 0.5 : 0.6,
    leanDegrees: leanOf(text.angleDegrees!),
  };
}

function quarterTurn(degrees: number): 0 | 90 | 180 | 270 {
  return ((((Math.round(degrees / 90) % 4) + 4) % 4) * 90) as 0 | 90 | 180 | 270;
}

function leanOf(degrees: number): number {
  return degrees - 90 * Math.round(degrees / 90);
}
