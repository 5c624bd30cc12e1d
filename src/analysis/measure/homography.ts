import type { Point, Quad } from '../types.ts';

/** A projective map of the plane, row by row, the last element 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** The map that takes four points to four others (Heckbert, "Fundamentals of Texture Mapping", 1989): eight linear equations. */
export function homographyBetween(from: Quad, to: Quad): Homography {
  const rows = from.flatMap(({ x, y }, i) => {
    const { x: u, y: v } = to[i]!;
    return [
      [x, y, 1, 0, 0, 0, -x * u, -y * u, u],
      [0, 0, 0, x, y, 1, -x * v, -y * v, v],
    ];
  });
  const solution = solve(rows);
  return [...solution, 1] as unknown as Homography;
}

/** Where the map takes a point. */
export function project(h: Homography, x: number, y: number): Point {
  const w = h[6] * x + h[7] * y + h[8];
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}

/** Gauss elimination with pivots: each row holds the factors of one equation and its right side. */
function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    const top = rows[pivot]!;
    rows[pivot] = rows[k]!;
    rows[k] = top;
    for (const row of rows) {
      if (row === top) continue;
      const factor = row[k]! / top[k]!;
      for (let j = k; j <= n; j++) row[j] = row[j]! - factor * top[j]!;
    }
  }
  return rows.map((row, k) => row[n]! / row[k]!);
}
