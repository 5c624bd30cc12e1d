import type { Quad } from '../types.ts';
import type { DocumentMask } from './document-mask.ts';
import { isInsidePolygon } from './geometry.ts';

/** Cells this near to where the mask crosses one half are its rim: as far as the network may be off. */
const RIM_CELLS = 3;

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

/** Soft intersection over union of the mask and the part of a quadrilateral inside the picture. */
export function maskAgreement({ columns, rows, document }: DocumentMask, cellPx: number, corners: Quad): number {
  let inside = 0;
  let covered = 0;
  let total = 0;
  for (let y = 0; y < rows; y += 2) {
    for (let x = 0; x < columns; x += 2) {
      const p = document[y * columns + x]!;
      total += p;
      if (isInsidePolygon((x + 0.5) * cellPx, (y + 0.5) * cellPx, corners)) {
        inside += p;
        covered++;
      }
    }
  }
  return inside / Math.max(1, total + covered - inside);
}

/** The mask of a document whose corners are known, on the grid of another mask. */
export function maskOfQuad(like: DocumentMask, corners: Quad): DocumentMask {
  const { columns, rows, cellPx } = like;
  const document = Float32Array.from({ length: columns * rows }, (_, i) => {
    const x = ((i % columns) + 0.5) * cellPx;
    const y = (Math.floor(i / columns) + 0.5) * cellPx;
    return isInsidePolygon(x, y, corners) ? 1 : 0;
  });
  return { ...like, document };
}
