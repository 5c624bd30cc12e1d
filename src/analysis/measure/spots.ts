import type { Quad, Spots } from '../types.ts';
import { connectedComponents } from './components.ts';
import type { DocumentMask } from './document-mask.ts';
import { isInsidePolygon } from './geometry.ts';

/** Cells that are as likely as not. */
const LIKELY = 0.5;
/** Single cells are noise of the network. */
const MIN_CELLS = 4;

/** Where the network sees a fault inside a document; corners and boxes in pixels of the image that it saw. */
export function measureSpots(mask: DocumentMask, fault: 'finger' | 'shade' | 'glare', corners: Quad): Spots {
  const { columns, rows, cellPx } = mask;
  const data = new Uint8Array(columns * rows);
  let region = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (!isInsidePolygon((x + 0.5) * cellPx, (y + 0.5) * cellPx, corners)) continue;
      region++;
      if (mask[fault][y * columns + x]! >= LIKELY) data[y * columns + x] = 1;
    }
  }
  const found = connectedComponents({ width: columns, height: rows, data }, MIN_CELLS);
  return {
    areaRatio: found.reduce((sum, { area }) => sum + area, 0) / Math.max(1, region),
    spots: found.map(({ left, top, right, bottom }) => ({
      x: left * cellPx,
      y: top * cellPx,
      width: (right - left + 1) * cellPx,
      height: (bottom - top + 1) * cellPx,
    })),
  };
}
