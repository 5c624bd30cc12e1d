import type { Quad } from '../types.ts';
import { intersection, type Line } from './lines.ts';

/** Corners from the top left clockwise, with the line of each side: side k joins corner k and k + 1. */
export function quadOfLines(a: Line, b: Line, c: Line, d: Line): { corners: Quad; sides: readonly Line[] } | undefined {
  const ring = [
    { p: intersection(a, c), next: c },
    { p: intersection(c, b), next: b },
    { p: intersection(b, d), next: d },
    { p: intersection(d, a), next: a },
  ];
  if (ring.some(({ p }) => !p)) return undefined;
  const points = ring.map(({ p, next }) => ({ p: p!, next }));
  let turn = 0;
  points.forEach(({ p }, i) => {
    const q = points[(i + 1) % 4]!.p;
    turn += p.x * q.y - q.x * p.y;
  });
  const clockwise = turn > 0 ? points : [3, 2, 1, 0].map((k) => ({ p: points[k]!.p, next: points[(k + 3) % 4]!.next }));
  let first = 0;
  clockwise.forEach(({ p }, k) => {
    if (p.x + p.y < clockwise[first]!.p.x + clockwise[first]!.p.y) first = k;
  });
  const ordered = [0, 1, 2, 3].map((k) => clockwise[(first + k) % 4]!);
  return { corners: ordered.map(({ p }) => p) as unknown as Quad, sides: ordered.map(({ next }) => next) };
}
