import { distance } from '../measure/geometry.ts';
import type { TextLine } from '../measure/text-line.ts';
import type { TextLayout } from '../measure/text-lines.ts';
import type { Point } from '../types.ts';

/** Where one line of a zone lies: the centres of its first and last character, in pixels of the plane. */
export interface ZoneLine {
  readonly first: Point;
  readonly last: Point;
  /** Share of the way from first to last that half of the characters take: 0.5 seen straight, more when the first end is nearer. */
  readonly middle: number;
  /** Characters from first to last: 30, 36 or 44. */
  readonly length: number;
}

/** The lines of a machine readable zone from the top down, as the print runs or turned by half. */
export type Zone = readonly ZoneLine[];

/** Characters in a line and lines in a zone: TD1, TD2 and MRV-B and the French card, TD3 and MRV-A (ICAO 9303-4 to -7). */
export const ZONE_SHAPES = [
  { length: 30, lines: 3 },
  { length: 36, lines: 2 },
  { length: 44, lines: 2 },
] as const;

/** Lines of a zone are this many characters apart: 2.54 mm from character to character, about 4.2 to 6.4 mm from line to line. */
export const MIN_LEADING = 1.1;
export const MAX_LEADING = 3.4;
/** Their starts differ by less than this many characters. */
const MAX_SHIFT = 2.5;

/**
 * Zones that the print of a picture may hold: two or three parallel lines below each other, at least one of which shows its full number
 * of characters at one pitch. A neighbour whose characters run together takes its ends from that one.
 */
export function findZones(text: TextLayout): Zone[] {
  const zones: Zone[] = [];
  const used = new Set<TextLine>();
  for (const shape of ZONE_SHAPES) {
    const complete = text.lines.filter((line) => Math.abs(line.fixedPitchRun - shape.length) <= 1 && isWhole(line));
    for (const line of complete.sort((a, b) => nearness(a, shape.length) - nearness(b, shape.length))) {
      if (used.has(line)) continue;
      const zone = zoneAround(line, shape.length, shape.lines, text.lines, used);
      if (zone) zones.push(zone);
    }
  }
  return zones;
}

/** The line of a zone that a line of print is from its first to its last glyph. */
function whole({ start, middle, end }: TextLine, length: number): ZoneLine {
  return { first: start, last: end, middle: distance(start, middle) / distance(start, end), length };
}

/** Few glyphs beyond the run itself: noise at an end would shift the whole line. */
function isWhole({ glyphs, fixedPitchRun }: TextLine): boolean {
  return glyphs - fixedPitchRun <= 1;
}

function nearness(line: TextLine, length: number): number {
  return Math.abs(line.fixedPitchRun - length) + Math.abs(line.glyphs - length);
}

function zoneAround(
  seed: TextLine,
  length: number,
  count: number,
  lines: readonly TextLine[],
  used: Set<TextLine>,
): Zone | undefined {
  const pitch = distance(seed.start, seed.end) / (length - 1);
  const along = {
    x: (seed.end.x - seed.start.x) / (length - 1) / pitch,
    y: (seed.end.y - seed.start.y) / (length - 1) / pitch,
  };
  const place = (p: Point) => {
    const dx = p.x - seed.start.x;
    const dy = p.y - seed.start.y;
    return { along: (dx * along.x + dy * along.y) / pitch, across: (dy * along.x - dx * along.y) / pitch };
  };
  const rows = [{ line: seed, across: 0, zoneLine: whole(seed, length) }];
  for (const line of lines) {
    if (line === seed) continue;
    const start = place(line.start);
    const end = place(line.end);
    const isParallel = Math.abs(start.across - end.across) < 1;
    const overlaps = Math.min(end.along, length - 1) - Math.max(start.along, 0) > 0.45 * length;
    if (!isParallel || !overlaps) continue;
    const across = (start.across + end.across) / 2;
    if (Math.abs(across) < 0.5 || Math.abs(across) > MAX_LEADING * (count - 1)) continue;
    const isComplete = line.fixedPitchRun === length && line.glyphs === length && Math.abs(start.along) < MAX_SHIFT;
    const shifted = (p: Point, c: number): Point => ({ x: p.x - c * pitch * along.y, y: p.y + c * pitch * along.x });
    const zoneLine = isComplete
      ? whole(line, length)
      : { ...whole(seed, length), first: shifted(seed.start, start.across), last: shifted(seed.end, end.across) };
    rows.push({ line, across, zoneLine });
  }
  rows.sort((a, b) => a.across - b.across);
  const best = bestRun(
    rows.map(({ across }) => across),
    count,
  );
  if (!best) return undefined;
  const chosen = best.map((i) => rows[i]!);
  if (!chosen.some(({ line }) => line === seed)) return undefined;
  for (const { line } of chosen) used.add(line);
  return chosen.map(({ zoneLine }) => zoneLine);
}

/** Indices of `count` neighbouring rows at one leading, holding row 0 (`across` 0); the evenest first. */
function bestRun(across: readonly number[], count: number): number[] | undefined {
  let best: { indices: number[]; unevenness: number } | undefined;
  const extend = (indices: number[]) => {
    if (indices.length === count) {
      if (!indices.some((i) => across[i] === 0)) return;
      const steps = indices.slice(1).map((i, k) => across[i]! - across[indices[k]!]!);
      const unevenness = Math.max(...steps) - Math.min(...steps) + 0.01 * Math.max(...steps);
      if (!best || unevenness < best.unevenness) best = { indices, unevenness };
      return;
    }
    for (let next = indices.at(-1)! + 1; next < across.length; next++) {
      const step = across[next]! - across[indices.at(-1)!]!;
      if (step >= MIN_LEADING && step <= MAX_LEADING) extend([...indices, next]);
    }
  };
  across.forEach((_, i) => {
    extend([i]);
  });
  return best?.indices;
}
