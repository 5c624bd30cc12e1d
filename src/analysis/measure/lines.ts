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
  const { width, height, strength, across, down, threshold } = edges;
  const votes = new VoteTable(Math.ceil(Math.hypot(width, height)));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const s = strength[i]!;
      if (s < threshold) continue;
      const weight = (weightOf(x, y) * Math.min(s, 3 * threshold)) / threshold;
      if (weight > 0) votes.add(x, y, Math.atan2(down[i]!, across[i]!), weight);
    }
  }
  const lines: Line[] = [];
  while (lines.length < most) {
    const line = votes.takeStrongest(MIN_VOTES_PER_SHORT_SIDE * Math.min(width, height));
    if (!line) break;
    lines.push(line);
  }
  return lines;
}

/** Votes of edge pixels for the lines that may run through them, by direction and distance from the corner of the picture. */
class VoteTable {
  readonly #reach: number;
  readonly #rhoBins: number;
  readonly #votes: Float32Array;
  /** Where each direction has its most votes; undefined where they have changed since. */
  readonly #peaks: (number | undefined)[] = Array.from({ length: THETA_BINS }, () => undefined);
  readonly #cosines = Float64Array.from({ length: THETA_BINS }, (_, t) => Math.cos((t * Math.PI) / THETA_BINS));
  readonly #sines = Float64Array.from({ length: THETA_BINS }, (_, t) => Math.sin((t * Math.PI) / THETA_BINS));

  constructor(reachPx: number) {
    this.#reach = reachPx;
    this.#rhoBins = 2 * reachPx + 1;
    this.#votes = new Float32Array(THETA_BINS * this.#rhoBins);
  }

  /** The pixel's votes for its own direction and those beside it. */
  add(x: number, y: number, theta: number, weight: number): void {
    const own = Math.round((theta * THETA_BINS) / Math.PI);
    for (let d = -VOTE_REACH; d <= VOTE_REACH; d++) {
      const t = wrapped(own + d);
      const bin = t * this.#rhoBins + Math.round(x * this.#cosines[t]! + y * this.#sines[t]!) + this.#reach;
      this.#votes[bin] = this.#votes[bin]! + weight;
    }
  }

  /** The line with the most votes, more than `least` of them; it and those next to it have none afterwards. */
  takeStrongest(least: number): Line | undefined {
    let best = -1;
    let bestVotes = least;
    for (let t = 0; t < THETA_BINS; t++) {
      const peak = this.#peaks[t] ?? this.#peakOf(t);
      this.#peaks[t] = peak;
      if (this.#votes[peak]! > bestVotes) {
        bestVotes = this.#votes[peak]!;
        best = peak;
      }
    }
    if (best < 0) return undefined;
    const t = Math.floor(best / this.#rhoBins);
    const rho = (best % this.#rhoBins) - this.#reach;
    this.#silence(t, rho);
    return {
      cos: this.#cosines[t]!,
      sin: this.#sines[t]!,
      theta: (t * Math.PI) / THETA_BINS,
      rho,
      isBorder: false,
    };
  }

  #peakOf(t: number): number {
    let peak = t * this.#rhoBins;
    for (let k = peak, end = peak + this.#rhoBins; k < end; k++) if (this.#votes[k]! > this.#votes[peak]!) peak = k;
    return peak;
  }

  /** Also across the seam where theta wraps and rho changes its sign. */
  #silence(t: number, rho: number): void {
    for (let dt = -SAME_BINS; dt <= SAME_BINS; dt++) {
      const near = wrapped(t + dt);
      const centre = (t + dt === near ? rho : -rho) + this.#reach;
      const row = near * this.#rhoBins;
      this.#votes.fill(
        0,
        row + Math.max(0, centre - SAME_PX),
        row + Math.max(0, Math.min(this.#rhoBins, centre + SAME_PX + 1)),
      );
      this.#peaks[near] = undefined;
    }
  }
}

function wrapped(t: number): number {
  return ((t % THETA_BINS) + THETA_BINS) % THETA_BINS;
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
