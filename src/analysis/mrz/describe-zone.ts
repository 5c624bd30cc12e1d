import { daysBetween } from '../calendar.ts';
import { distance } from '../measure/geometry.ts';
import type { ExpiryFacts, Point, Quad, TextFacts, ZoneFacts } from '../types.ts';
import { expiryOf } from './dates.ts';
import { isClear, type ReadZone } from './read-zone.ts';

/** Characters of a zone are 2.54 mm apart (ICAO 9303-3, 4.4: ten to the inch). */
const CHARACTERS_PER_INCH = 10;
const VISA_FORMATS: readonly string[] = ['MRV-A', 'MRV-B'];

/** What the checks need to know of a zone; `reduction` = pixels of the full photo per pixel of the plane. */
export function describeZone(read: ReadZone, today: string, reduction: number): Pick<TextFacts, 'zone' | 'expiry'> {
  const isReadable = isClear(read);
  const zone: ZoneFacts = {
    area: areaOf(read, reduction),
    lines: read.lines,
    isReadable,
    wrongChecks: read.wrongChecks.length,
    certainty: read.certainty,
    expiryAsRead: isReadable ? expiryAsRead(read, today) : undefined,
    isSample: isReadable && read.format.states.some(({ line, from }) => read.lines[line]!.startsWith('UTO', from)),
    isVisa: isReadable && VISA_FORMATS.includes(read.format.name),
  };
  return { zone, expiry: isReadable ? expiryIn(read, today) : undefined };
}

function expiryAsRead({ format: { expiry }, lines }: ReadZone, today: string): string | undefined {
  return expiry && expiryOf(lines[expiry.line]!.slice(expiry.from, expiry.from + 6), today);
}

/** The expiry, when its own check digit vouches for it. */
function expiryIn(read: ReadZone, today: string): ExpiryFacts | undefined {
  const { expiry } = read.format;
  const isWrong = read.wrongChecks.some(({ check }) => check.line === expiry?.line && check.at === expiry.from + 6);
  const date = isWrong ? undefined : expiryAsRead(read, today);
  return date === undefined ? undefined : { date, daysLeft: daysBetween(today, date), source: 'mrz', confidence: 0.95 };
}

/** Dots per inch of the plane, from the step between the characters of the zone. */
export function dpiOf({ zone }: ReadZone): number {
  const pitches = zone.map(({ first, last, length }) => distance(first, last) / (length - 1));
  return (pitches.reduce((a, b) => a + b, 0) / pitches.length) * CHARACTERS_PER_INCH;
}

/** Direction in which the print of the zone runs, degrees clockwise from level, -180..180. */
export function zoneDegrees({ zone, isTurned }: ReadZone): number {
  const { first, last } = zone[0]!;
  const degrees = (Math.atan2(last.y - first.y, last.x - first.x) * 180) / Math.PI;
  if (!isTurned) return degrees;
  return degrees > 0 ? degrees - 180 : degrees + 180;
}

/**
 * Where the zone lies on its side of the document, in characters of 2.54 mm from the middle of its first and last character and of its
 * last line to the edges, and the height of that side. ICAO 9303-4 to -6; the margins are means of issued documents.
 */
const PAGES: Readonly<Record<number, { left: number; right: number; below: number; height: number }>> = {
  30: { left: 2.4, right: 2.4, below: 2.6, height: 21.3 },
  36: { left: 3.1, right: 3.2, below: 3.4, height: 29.1 },
  44: { left: 2.9, right: 3.3, below: 3.7, height: 34.6 },
};

/** The corners of the side that bears the zone, as the picture lies, from the size that such documents have; pixels of the plane. */
export function pageOf({ zone, isTurned }: ReadZone): Quad {
  const line = (isTurned ? zone[0] : zone.at(-1))!;
  const sign = isTurned ? -1 : 1;
  const [first, last] = isTurned ? [line.last, line.first] : [line.first, line.last];
  const along = {
    x: (line.last.x - line.first.x) / (line.length - 1),
    y: (line.last.y - line.first.y) / (line.length - 1),
  };
  const { left, right, below, height } = PAGES[line.length]!;
  const at = (p: Point, a: number, d: number): Point => ({
    x: p.x + sign * (a * along.x - d * along.y),
    y: p.y + sign * (a * along.y + d * along.x),
  });
  const corners = [
    at(first, -left, below - height),
    at(last, right, below - height),
    at(last, right, below),
    at(first, -left, below),
  ];
  const upperLeft = corners.reduce((best, p, k) => (p.x + p.y < corners[best]!.x + corners[best]!.y ? k : best), 0);
  return [0, 1, 2, 3].map((k) => corners[(upperLeft + k) % 4]!) as unknown as Quad;
}

/** The zone with half a character more on every side. */
function areaOf({ zone }: ReadZone, reduction: number): Quad {
  const top = zone[0]!;
  const bottom = zone.at(-1)!;
  const pitch = distance(top.first, top.last) / (top.length - 1);
  const along = { x: (top.last.x - top.first.x) / (top.length - 1), y: (top.last.y - top.first.y) / (top.length - 1) };
  const down = { x: -along.y, y: along.x };
  const at = (p: Point, a: number, d: number): Point => ({
    x: (p.x + a * along.x + d * down.x) * reduction,
    y: (p.y + a * along.y + d * down.y) * reduction,
  });
  const reach = pitch > 0 ? 0.8 : 0;
  return [
    at(top.first, -reach, -reach),
    at(top.last, reach, -reach),
    at(bottom.last, reach, reach),
    at(bottom.first, -reach, reach),
  ];
}
