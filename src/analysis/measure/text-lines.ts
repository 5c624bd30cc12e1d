import type { Component } from './components.ts';
import { commonDirection, findNeighbours } from './glyph-neighbours.ts';
import { findGlyphs, glyphSize } from './glyphs.ts';
import { type Plane, reducePlane, reductionTo } from './plane.ts';
import { lineThrough, MIN_LINE_GLYPHS, scaleLine, type TextLine } from './text-line.ts';

/** Print found in a picture. */
export interface TextLayout {
  readonly lines: readonly TextLine[];
  /** Direction of the lines in degrees, -90..90, 0 = level, positive = falling to the right; undefined without lines. */
  readonly angleDegrees: number | undefined;
  /** Share of neighbouring glyphs that follow the common direction, 0..1: near 0.15 for foliage, above 0.4 for print. */
  readonly agreementRatio: number;
  /** Glyphs in lines of at least `MIN_LINE_GLYPHS`. */
  readonly glyphs: number;
}

/** Print is looked for at this long side: capitals of an ID that fills the frame are 10-25 px high there. */
const LONG_SIDE_PX = 1400;

/**
 * Finds lines of print in any direction from the directions between neighbouring shapes (the "docstrum" of O'Gorman, IEEE PAMI
 * 15, 1993): no script, font or language is assumed.
 */
export function findTextLines(plane: Plane, longSidePx = LONG_SIDE_PX): TextLayout {
  const factor = reductionTo(plane, longSidePx);
  const reduced = reducePlane(plane, factor);
  const { dark, light } = findGlyphs(reduced);
  const best = [layOut(dark), layOut(light)].sort((a, b) => b.glyphs - a.glyphs)[0]!;
  return { ...best, lines: best.lines.map((line) => scaleLine(line, factor)) };
}

function layOut(glyphs: readonly Component[]): TextLayout {
  const none: TextLayout = { lines: [], angleDegrees: undefined, agreementRatio: 0, glyphs: 0 };
  if (glyphs.length < MIN_LINE_GLYPHS) return none;
  const neighbours = findNeighbours(glyphs);
  const { angle, agreement } = commonDirection(glyphs, neighbours);
  const lines = groupIntoLines(glyphs, neighbours, angle);
  if (lines.length === 0) return { ...none, agreementRatio: agreement };
  return {
    lines,
    angleDegrees: medianAngle(lines, angle),
    agreementRatio: agreement,
    glyphs: lines.reduce((sum, line) => sum + line.glyphs, 0),
  };
}

/** Chains glyphs whose neighbours lie along the common direction. */
function groupIntoLines(
  glyphs: readonly Component[],
  neighbours: readonly (readonly number[])[],
  angle: number,
): TextLine[] {
  const parent = glyphs.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  glyphs.forEach((g, i) => {
    for (const j of neighbours[i]!) {
      const other = glyphs[j]!;
      const along = (other.x - g.x) * cos + (other.y - g.y) * sin;
      const across = (other.y - g.y) * cos - (other.x - g.x) * sin;
      if (Math.abs(across) <= 0.35 * Math.max(glyphSize(g), glyphSize(other)) && Math.abs(along) >= Math.abs(across)) {
        parent[rootOf(i)] = rootOf(j);
      }
    }
  });
  const groups = new Map<number, Component[]>();
  glyphs.forEach((g, i) => {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(g);
    else groups.set(root, [g]);
  });
  return [...groups.values()].flatMap((group) => lineThrough(group, cos, sin) ?? []);
}

/** Median direction of the lines, weighted by their glyphs, in degrees -90..90 near `around`. */
function medianAngle(lines: readonly TextLine[], around: number): number {
  const angles = lines
    .map(({ start, end, glyphs }) => {
      let degrees = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
      while (degrees - around > 90) degrees -= 180;
      while (degrees - around < -90) degrees += 180;
      return { degrees, glyphs };
    })
    .sort((a, b) => a.degrees - b.degrees);
  const half = angles.reduce((sum, { glyphs }) => sum + glyphs, 0) / 2;
  let seen = 0;
  for (const { degrees, glyphs } of angles) {
    seen += glyphs;
    if (seen >= half) return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
  }
  return around;
}
