import type { Box, Quad, Spots } from '../types.ts';
import type { DocumentMask } from './document-mask.ts';
import { insideTest } from './geometry.ts';
import type { Plane } from './plane.ts';
import { measureSpots } from './spots.ts';

/** The network may take a darker part of the design for shade: the brightest paper in a shadow has less light than this share. */
const MAX_LIGHT_SHARE = 0.85;
/** Of the lumas of a part: bright enough to be its paper, and no single reflection. */
const PAPER_QUANTILE = 0.75;

/**
 * Where a shadow falls on a document: what the network sees as shade, as far as it is darker than the rest. Corners and boxes are in
 * pixels of the image; `overview` is its luma, reduced by a whole factor.
 */
export function measureShade(
  mask: DocumentMask,
  corners: Quad,
  { plane, factor }: { readonly plane: Plane; readonly factor: number },
): Spots {
  const seen = measureSpots(mask, 'shade', corners);
  if (seen.spots.length === 0) return seen;
  const isInside = insideTest(corners);
  const paperWhere = (isMeant: (x: number, y: number) => boolean) => {
    const histogram = new Uint32Array(256);
    let count = 0;
    for (let y = 0; y < plane.height; y++) {
      for (let x = 0; x < plane.width; x++) {
        if (!isInside(x * factor, y * factor) || !isMeant(x * factor, y * factor)) continue;
        const luma = plane.data[y * plane.width + x]!;
        histogram[luma] = histogram[luma]! + 1;
        count++;
      }
    }
    let above = 0;
    for (let luma = 255; luma > 0; luma--) {
      above += histogram[luma]!;
      if (above > (1 - PAPER_QUANTILE) * count) return luma;
    }
    return 0;
  };
  const lit = paperWhere((x, y) => !seen.spots.some((spot) => isInBox(x, y, spot)));
  const kept = seen.spots.map((spot) => paperWhere((x, y) => isInBox(x, y, spot)) <= MAX_LIGHT_SHARE * lit);
  return pickSpots(seen, kept);
}

function isInBox(x: number, y: number, box: Box): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

/** Some of the spots, and the area that they stand for. */
function pickSpots({ areaRatio, spots }: Spots, isKept: readonly boolean[]): Spots {
  const areaOf = (boxes: readonly Box[]) => boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const kept = spots.filter((_, k) => isKept[k]);
  return { areaRatio: (areaRatio * areaOf(kept)) / areaOf(spots), spots: kept };
}
