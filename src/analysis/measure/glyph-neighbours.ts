import type { Component } from './components.ts';
import { glyphSize } from './glyphs.ts';

/** Glyphs further apart than this many of the larger one's sizes belong to different words. */
const MAX_DISTANCE = 2.2;
/** Neighbours may differ in size by this factor: a comma and a capital. */
const MAX_SIZE_RATIO = 2.5;
const MOST_NEIGHBOURS = 4;
const BINS = 180;
/** Degrees to either side of the common direction that count as following it. */
const FOLLOWS_WITHIN = 8;

/** Up to four nearest glyphs of a similar size for each glyph, by a grid of buckets. */
export function findNeighbours(glyphs: readonly Component[]): readonly (readonly number[])[] {
  const cell = 40;
  const buckets = new Map<number, number[]>();
  const keyOf = (x: number, y: number) => Math.floor(y / cell) * 10_000 + Math.floor(x / cell);
  glyphs.forEach((g, i) => {
    const key = keyOf(g.x, g.y);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(i);
    else buckets.set(key, [i]);
  });
  return glyphs.map((g, i) => {
    const near: { j: number; d: number }[] = [];
    const size = glyphSize(g);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const j of buckets.get(keyOf(g.x + dx * cell, g.y + dy * cell)) ?? []) {
          if (j === i) continue;
          const other = glyphs[j]!;
          const otherSize = glyphSize(other);
          if (otherSize > MAX_SIZE_RATIO * size || size > MAX_SIZE_RATIO * otherSize) continue;
          const d = Math.hypot(other.x - g.x, other.y - g.y);
          if (d > MAX_DISTANCE * Math.max(size, otherSize)) continue;
          near.push({ j, d });
        }
      }
    }
    return near
      .sort((a, b) => a.d - b.d)
      .slice(0, MOST_NEIGHBOURS)
      .map(({ j }) => j);
  });
}

/** The direction (degrees, -90..90) that most neighbour pairs share, and the share of pairs that follow it. */
export function commonDirection(glyphs: readonly Component[], neighbours: readonly (readonly number[])[]) {
  const histogram = new Float64Array(BINS);
  let pairs = 0;
  glyphs.forEach((g, i) => {
    for (const j of neighbours[i]!.slice(0, 2)) {
      const other = glyphs[j]!;
      const degrees = (Math.atan2(other.y - g.y, other.x - g.x) * 180) / Math.PI;
      const bin = ((Math.round(degrees) % BINS) + BINS) % BINS;
      histogram[bin] = histogram[bin]! + 1;
      pairs++;
    }
  });
  if (pairs === 0) return { angle: 0, agreement: 0 };
  const within = (bin: number, reach: number) => {
    let sum = 0;
    for (let d = -reach; d <= reach; d++) sum += histogram[(bin + d + BINS) % BINS]! * (1 - Math.abs(d) / (reach + 1));
    return sum;
  };
  let best = 0;
  for (let bin = 1; bin < BINS; bin++) if (within(bin, FOLLOWS_WITHIN) > within(best, FOLLOWS_WITHIN)) best = bin;
  let close = 0;
  for (let d = -FOLLOWS_WITHIN; d <= FOLLOWS_WITHIN; d++) close += histogram[(best + d + BINS) % BINS]!;
  return { angle: best > 90 ? best - 180 : best, agreement: close / pairs };
}
