import type { Point } from '../types.ts';
import type { Component } from './components.ts';
import { glyphSize } from './glyphs.ts';

/** A row of glyph-like shapes, in pixels of the plane that was given. */
export interface TextLine {
  readonly start: Point;
  readonly end: Point;
  /** Half of the glyphs lie before it: away from the middle of the line where one end is seen from nearer. */
  readonly middle: Point;
  readonly thicknessPx: number;
  readonly glyphs: number;
  /** Glyphs that stand out on the upper and on the lower side of the line as it lies (left of and right of its direction). */
  readonly outUp: number;
  readonly outDown: number;
  /** Longest run of glyphs at one pitch without a gap: 30, 36 or 44 in a machine readable zone, a word long in other print. */
  readonly fixedPitchRun: number;
}

/** Fewer glyphs in a row are chance. */
export const MIN_LINE_GLYPHS = 5;
/** Narrow letters sit off the centre of their cell, and noise moves centres. */
const PITCH_TOLERANCE = 0.3;
/** An ascender or descender stands out of its line by more than this share of the median glyph. */
const STANDS_OUT = 0.18;

/** The line through a chain of glyphs; undefined when it is too short or as thick as it is long. */
export function lineThrough(group: readonly Component[], cos: number, sin: number): TextLine | undefined {
  if (group.length < MIN_LINE_GLYPHS) return undefined;
  const along = group.map((g) => g.x * cos + g.y * sin);
  const across = group.map((g) => g.y * cos - g.x * sin);
  const n = group.length;
  const meanAlong = along.reduce((a, b) => a + b, 0) / n;
  const meanAcross = across.reduce((a, b) => a + b, 0) / n;
  let covariance = 0;
  let variance = 0;
  let residual = 0;
  for (let k = 0; k < n; k++) {
    covariance += (along[k]! - meanAlong) * (across[k]! - meanAcross);
    variance += (along[k]! - meanAlong) ** 2;
  }
  const slope = variance > 0 ? covariance / variance : 0;
  for (let k = 0; k < n; k++) residual += (across[k]! - meanAcross - slope * (along[k]! - meanAlong)) ** 2;
  const sizes = group.map(glyphSize).sort((a, b) => a - b);
  const thicknessPx = sizes[Math.floor(sizes.length / 2)]!;
  const from = Math.min(...along);
  const to = Math.max(...along);
  if (to - from < 3 * thicknessPx || Math.sqrt(residual / n) > 0.35 * thicknessPx) return undefined;
  // Half the extent of each glyph across the line, from its box.
  const half = group.map((g) => ((g.bottom - g.top + 1) * Math.abs(cos) + (g.right - g.left + 1) * Math.abs(sin)) / 2);
  // A letter's mass lies off the middle of its box, towards its bowl: what stands out is told from the box.
  const level = (k: number) => {
    const { left, right, top, bottom } = group[k]!;
    const middle = ((top + bottom) / 2) * cos - ((left + right) / 2) * sin;
    return middle - slope * (along[k]! - meanAlong);
  };
  const upper = group.map((_, k) => level(k) - half[k]!);
  const lower = group.map((_, k) => level(k) + half[k]!);
  const upperMedian = [...upper].sort((a, b) => a - b)[n >> 1]!;
  const lowerMedian = [...lower].sort((a, b) => a - b)[n >> 1]!;
  const reach = Math.max(1.5, STANDS_OUT * (lowerMedian - upperMedian));
  const at = (a: number): Point => {
    const c = meanAcross + slope * (a - meanAlong);
    return { x: a * cos - c * sin, y: a * sin + c * cos };
  };
  return {
    start: at(from),
    end: at(to),
    middle: at(medianOf(along)),
    thicknessPx,
    glyphs: n,
    outUp: upper.filter((u) => u < upperMedian - reach).length,
    outDown: lower.filter((l) => l > lowerMedian + reach).length,
    fixedPitchRun: fixedPitchRun(along),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Positions of glyphs along a line -> the longest run whose steps stay near the line's median step. */
function fixedPitchRun(along: readonly number[]): number {
  const sorted = [...along].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((x, k) => x - sorted[k]!);
  const pitch = [...steps].sort((a, b) => a - b)[steps.length >> 1]!;
  let run = 1;
  let longest = 1;
  for (const step of steps) {
    run = Math.abs(step - pitch) <= PITCH_TOLERANCE * pitch ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** A line in another scale. */
export function scaleLine(line: TextLine, factor: number): TextLine {
  const scale = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
  return {
    ...line,
    start: scale(line.start),
    end: scale(line.end),
    middle: scale(line.middle),
    thicknessPx: line.thicknessPx * factor,
  };
}
