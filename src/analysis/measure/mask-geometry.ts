import type { Quad } from '../types.ts';
import type { DocumentMask } from './document-mask.ts';
import { insideTest, spanAt } from './geometry.ts';

/** Cells this near to where the mask crosses one half are its rim: as far as the network may be off. */
const RIM_CELLS = 3;
/** Probabilities up to this are haze; from this on the network is as sure as it gets. */
const HAZE = 0.4;
const SURE = 0.9;

/** 1 for cells within a few cells of the line where the mask crosses one half. */
export function maskRim({ columns, rows, document }: DocumentMask): Uint8Array {
  const rim = new Uint8Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const isIn = document[y * columns + x]! >= 0.5;
      const right = x + 1 < columns && document[y * columns + x + 1]! >= 0.5 !== isIn;
      const below = y + 1 < rows && document[(y + 1) * columns + x]! >= 0.5 !== isIn;
      if (!right && !below) continue;
      for (let v = Math.max(0, y - RIM_CELLS); v <= Math.min(rows - 1, y + RIM_CELLS); v++) {
        rim.fill(1, v * columns + Math.max(0, x - RIM_CELLS), v * columns + Math.min(columns - 1, x + RIM_CELLS) + 1);
      }
    }
  }
  return rim;
}

/**
 * Gives the soft intersection over union of the mask and the part of a convex quadrilateral inside the picture, 0..1. It is asked of
 * thousands of quadrilaterals, so the mask is summed up along its rows once.
 */
export function agreementWith({ columns, rows, document }: DocumentMask, cellPx: number): (corners: Quad) => number {
  const sums = new Float64Array((columns + 1) * rows);
  let total = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const p = surely(document[y * columns + x]!);
      sums[y * (columns + 1) + x + 1] = sums[y * (columns + 1) + x]! + p;
      total += p;
    }
  }
  return (corners) => {
    let inside = 0;
    let covered = 0;
    for (let y = 0; y < rows; y++) {
      const [left, right] = spanAt(corners, (y + 0.5) * cellPx);
      const from = Math.max(0, Math.ceil(left / cellPx - 0.5));
      const to = Math.min(columns, Math.ceil(right / cellPx - 0.5));
      if (to <= from) continue;
      inside += sums[y * (columns + 1) + to]! - sums[y * (columns + 1) + from]!;
      covered += to - from;
    }
    return inside / Math.max(1, total + covered - inside);
  };
}

/** Haze of the network around a document counts for nothing, what it is nearly sure of in full. */
function surely(p: number): number {
  return Math.min(1, Math.max(0, (p - HAZE) / (SURE - HAZE)));
}

/** The mask of a document whose corners are known, on the grid of another mask. */
export function maskOfQuad(like: DocumentMask, corners: Quad): DocumentMask {
  const { columns, rows, cellPx } = like;
  const isInside = insideTest(corners);
  const document = Float32Array.from({ length: columns * rows }, (_, i) =>
    isInside(((i % columns) + 0.5) * cellPx, (Math.floor(i / columns) + 0.5) * cellPx) ? 1 : 0,
  );
  return { ...like, document };
}
