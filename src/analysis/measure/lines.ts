import type { Point } from '../types.ts';
import type { EdgeField } from './edges.ts';

/** A straight line: x cos + y sin = rho, with `theta` 0..pi the direction of its normal. */
export interface Line {
  readonly cos: number;
  readonly sin: number;
  readonly theta: number;
  readonly rho: number;
  /** It is a border of the picture, not something seen in it. */
  readonly isBorder: boolean;
}

const THETA_BINS = 180;
/** An edge pixel votes for this many bins to either side of its own direction. */
const VOTE_REACH = 3;
/** Lines closer than this (bins, pixels) to a stronger one are the same. */
const SAME_BINS = 4;
const SAME_PX = 4;
const MIN_VOTES_PER_SHORT_SIDE = 0.1;

/**
 * The strongest straight lines by a gradient-directed Hough transform (Ballard, 1981). `weightOf` tells how much the edge at a pixel
 * matters, 0 = not at all.
 */
export function findLines(edges: EdgeField, most: number, weightOf: (x: number, y: number) => number): Line[] {
  const { width, height, strength, theta, threshold } = edges;
  const reach = Math.ceil(Math.hypot(width, height));
  const rhoBins = 2 * reach + 1;
  const votes = new Float32Array(THETA_BINS * rhoBins);
  const cosines = Float64Array.from({ length: THETA_BINS }, (_, t) => Math.cos((t * Math.PI) / THETA_BINS));
  const sines = Float64Array.from({ length: THETA_BINS }, (_, t) => Math.sin((t * Math.PI) / THETA_BINS));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const s = strength[i]!;
      if (s < threshold) continue;
      const weight = (weightOf(x, y) * Math.min(s, 3 * threshold)) / threshold;
      if (weight <= 0) continue;
      const t0 = Math.round((theta[i]! * THETA_BINS) / Math.PI);
      for (let d = -VOTE_REACH; d <= VOTE_REACH; d++) {
        const t = (((t0 + d) % THETA_BINS) + THETA_BINS) % THETA_BINS;
        const bin = t * rhoBins + Math.round(x * cosines[t]! + y * sines[t]!) + reach;
        votes[bin] = votes[bin]! + weight;
      }
    }
  }
  const lines: Line[] = [];
  while (lines.length < most) {
    let best = -1;
    let bestVotes = MIN_VOTES_PER_SHORT_SIDE * Math.min(width, height);
    for (let k = 0; k < votes.length; k++) {
      if (votes[k]! > bestVotes) {
        bestVotes = votes[k]!;
        best = k;
      }
    }
    if (best < 0) break;
    const t = Math.floor(best / rhoBins);
    const rho = (best % rhoBins) - reach;
    lines.push({ cos: cosines[t]!, sin: sines[t]!, theta: (t * Math.PI) / THETA_BINS, rho, isBorder: false });
    // Silence the neighbours, also across the seam where theta wraps and rho changes its sign.
    for (let dt = -SAME_BINS; dt <= SAME_BINS; dt++) {
      const wrapped = (((t + dt) % THETA_BINS) + THETA_BINS) % THETA_BINS;
      const centre = t + dt === wrapped ? rho : -rho;
      const from = Math.max(0, centre - SAME_PX + reach);
      votes.fill(0, wrapped * rhoBins + from, wrapped * rhoBins + Math.min(rhoBins, centre + SAME_PX + reach + 1));
    }
  }
  return lines;
}

/** The four borders of a picture. */
export function borderLines(width: number, height: number): Line[] {
  const border = (cos: 0 | 1, rho: number): Line => ({
    cos,
    sin: 1 - cos,
    theta: cos === 1 ? 0 : Math.PI / 2,
    rho,
    isBorder: true,
  });
  return [border(1, 0), border(1, width - 1), border(0, 0), border(0, height - 1)];
}

/** Degrees between two lines, 0..90. */
export function angleBetween(a: Line, b: Line): number {
  return (Math.acos(Math.min(1, Math.abs(a.cos * b.cos + a.sin * b.sin))) * 180) / Math.PI;
}

/** Where two lines meet; undefined when they are parallel. */
export function intersection(a: Line, b: Line): Point | undefined {
  const determinant = a.cos * b.sin - a.sin * b.cos;
  if (Math.abs(determinant) < 1e-6) return undefined;
  return {
    x: (a.rho * b.sin - b.rho * a.sin) / determinant,
    y: (b.rho * a.cos - a.rho * b.cos) / determinant,
  };
}

/** Pixels between two nearly parallel lines. */
export function gapBetween(a: Line, b: Line): number {
  const sameSense = a.cos * b.cos + a.sin * b.sin > 0 ? b.rho : -b.rho;
  return Math.abs(a.rho - sameSense);
}
