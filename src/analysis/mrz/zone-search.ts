import { distance } from '../measure/geometry.ts';
import type { Plane } from '../measure/plane.ts';
import type { TextLine } from '../measure/text-line.ts';
import type { TextLayout } from '../measure/text-lines.ts';
import type { Point } from '../types.ts';
import { ALPHABET, CLASSES, COLUMN_PX, type Columns, type GlyphReader } from './glyph-reader.ts';
import { cutStrip, MARGIN_PX, PITCH_PX, STRIP_HEIGHT_PX, type Strip } from './strip.ts';
import { MAX_LEADING, MIN_LEADING, ZONE_SHAPES, type Zone, type ZoneLine } from './zone.ts';

/** A row of print in the common direction: where it runs and how much of it was seen. */
interface Row {
  /** Distance from the origin across the direction, at the middle of the plane; pixels. */
  readonly across: number;
  readonly thicknessPx: number;
  readonly glyphs: number;
}

/** Rows with fewer glyphs are words, not lines of a zone. */
const MIN_ROW_GLYPHS = 14;
/** Pairs of rows that are looked at. */
const MOST_PAIRS = 3;
/** Step from character to character as a share of what the thickness of the row suggests. */
const MIN_PITCH = 0.55;
const MAX_PITCH = 1.35;
/** Below this mean logarithm of the probability nothing in the row is a zone. */
const MIN_CLARITY = -0.6;

/**
 * Looks for a zone whose characters run together with the pattern of the ground, so that none of its lines shows its full number of
 * them: two neighbouring rows are read across the whole picture at the pitch that their dark and light repeats at.
 */
export function searchZone(plane: Plane, text: TextLayout, reader: GlyphReader): Zone | undefined {
  if (text.angleDegrees === undefined) return undefined;
  const radians = (text.angleDegrees * Math.PI) / 180;
  const along = { x: Math.cos(radians), y: Math.sin(radians) };
  const rows = rowsOf(text.lines, along, plane);
  let best: { zone: Zone; clarity: number } | undefined;
  for (const pair of pairsOf(rows)) {
    const found = readPair(plane, pair, along, reader);
    if (found && found.clarity > (best?.clarity ?? MIN_CLARITY)) best = found;
  }
  return best?.zone;
}

/** Lines in the common direction, those at one height taken together. */
function rowsOf(lines: readonly TextLine[], along: Point, plane: Plane): Row[] {
  const middle = { x: plane.width / 2, y: plane.height / 2 };
  const rows: { across: number; thicknessPx: number; glyphs: number }[] = [];
  const placed = lines
    .map((line) => {
      // Followed along the common direction to the middle of the plane: a short line knows its own direction too badly.
      const at = { x: (line.start.x + line.end.x) / 2 - middle.x, y: (line.start.y + line.end.y) / 2 - middle.y };
      return { line, across: at.y * along.x - at.x * along.y };
    })
    .sort((a, b) => b.line.glyphs - a.line.glyphs);
  for (const { line, across } of placed) {
    const row = rows.find((r) => Math.abs(r.across - across) < 0.4 * Math.max(r.thicknessPx, line.thicknessPx));
    if (row) row.glyphs += line.glyphs;
    else rows.push({ across, thicknessPx: line.thicknessPx, glyphs: line.glyphs });
  }
  return rows.filter(({ glyphs }) => glyphs >= MIN_ROW_GLYPHS).sort((a, b) => a.across - b.across);
}

/** Neighbouring rows of a like size, those with the most glyphs first. */
function pairsOf(rows: readonly Row[]): [Row, Row][] {
  const pairs = rows.flatMap((upper, i) =>
    rows.slice(i + 1).flatMap((lower): [Row, Row][] => {
      const size = Math.max(upper.thicknessPx, lower.thicknessPx);
      const leading = (lower.across - upper.across) / size;
      const isAlike = Math.min(upper.thicknessPx, lower.thicknessPx) > 0.6 * size;
      return isAlike && leading >= MIN_LEADING * MIN_PITCH && leading <= MAX_LEADING ? [[upper, lower]] : [];
    }),
  );
  const glyphs = ([a, b]: [Row, Row]) => a.glyphs + b.glyphs;
  return pairs.sort((a, b) => glyphs(b) - glyphs(a)).slice(0, MOST_PAIRS);
}

function readPair(plane: Plane, pair: readonly Row[], along: Point, reader: GlyphReader) {
  const thickness = Math.max(...pair.map((row) => row.thicknessPx));
  const reach = Math.hypot(plane.width, plane.height);
  const lineAt = ({ across }: Row, pitch: number): ZoneLine => {
    const length = Math.floor((Math.abs(along.x) * plane.width + Math.abs(along.y) * plane.height) / pitch);
    const middle = { x: plane.width / 2 - across * along.y, y: plane.height / 2 + across * along.x };
    const half = ((length - 1) * pitch) / 2;
    return {
      first: { x: middle.x - half * along.x, y: middle.y - half * along.y },
      last: { x: middle.x + half * along.x, y: middle.y + half * along.y },
      middle: 0.5,
      length,
    };
  };
  if (reach / thickness < 30) return undefined;
  const profiles = pair.map((row) => profileOf(cutStrip(plane, lineAt(row, thickness), false)));
  const pitch = (repetition(profiles) / PITCH_PX) * thickness;
  const lines = pair.map((row) => lineAt(row, pitch));
  if (lines[0]!.length < 30) return undefined;
  const clarities = reader.read(lines.map((line) => cutStrip(plane, line, false))).map(clarityOf);
  let best: { zone: Zone; clarity: number } | undefined;
  for (const { length } of ZONE_SHAPES.filter((shape) => shape.lines === 2)) {
    for (let start = 0; start + length <= lines[0]!.length; start += 0.25) {
      const clarity = clarities.reduce((sum, values) => sum + clarityFrom(values, start, length), 0) / clarities.length;
      // Among windows that are as clear the longer one holds the shorter.
      if (best && clarity <= best.clarity + (length > best.zone[0]!.length ? -0.1 : 0)) continue;
      best = { clarity, zone: lines.map((line) => part(line, start, length)) };
    }
  }
  return best;
}

/** Mean darkness of each column of the strip, its slow changes taken away. */
function profileOf({ widthPx, samples }: Strip): Float64Array {
  const columns = new Float64Array(widthPx);
  const top = STRIP_HEIGHT_PX / 2 - PITCH_PX / 2;
  for (let y = top; y < top + PITCH_PX; y++) {
    for (let x = 0; x < widthPx; x++) columns[x] = columns[x]! + samples[y * widthPx + x]!;
  }
  return columns.map((v, x) => {
    let sum = 0;
    let count = 0;
    for (let k = Math.max(0, x - PITCH_PX); k <= Math.min(widthPx - 1, x + PITCH_PX); k++, count++) sum += columns[k]!;
    return v - sum / count;
  });
}

/** The lag in strip pixels at which the profiles resemble themselves best, at its multiples as well. */
function repetition(profiles: readonly Float64Array[]): number {
  let best = { lag: PITCH_PX, score: Number.NEGATIVE_INFINITY };
  for (let lag = MIN_PITCH * PITCH_PX; lag <= MAX_PITCH * PITCH_PX; lag += 0.05) {
    let score = 0;
    for (const profile of profiles) for (let k = 1; k <= 6; k++) score += resemblance(profile, k * lag);
    if (score > best.score) best = { lag, score };
  }
  return best.lag;
}

function resemblance(profile: Float64Array, lag: number): number {
  const whole = Math.floor(lag);
  const part = lag - whole;
  let sum = 0;
  let count = 0;
  for (let x = 0; x + whole + 1 < profile.length; x++, count++) {
    sum += profile[x]! * (profile[x + whole]! * (1 - part) + profile[x + whole + 1]! * part);
  }
  return count === 0 ? 0 : sum / count;
}

function clarityOf({ count, logProbabilities }: Columns): Float64Array {
  return Float64Array.from({ length: count }, (_, column) =>
    Math.max(...logProbabilities.subarray(column * CLASSES, column * CLASSES + ALPHABET.length)),
  );
}

/** Mean clarity at the middles of `length` characters from a place that is given in characters. */
function clarityFrom(values: Float64Array, start: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) {
    const column = Math.round((MARGIN_PX + PITCH_PX * (start + k + 0.5)) / COLUMN_PX - 0.5);
    sum += values[Math.min(values.length - 1, Math.max(0, column))]!;
  }
  return sum / length;
}

/** `length` characters of a line from a place that is given in characters. */
function part({ first, last, length: all }: ZoneLine, start: number, length: number): ZoneLine {
  const pitch = distance(first, last) / (all - 1);
  const along = { x: (last.x - first.x) / distance(first, last), y: (last.y - first.y) / distance(first, last) };
  const at = (k: number): Point => ({ x: first.x + k * pitch * along.x, y: first.y + k * pitch * along.y });
  return { first: at(start), last: at(start + length - 1), middle: 0.5, length };
}
