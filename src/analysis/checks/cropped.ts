import type { Polygon, Side } from '../types.ts';
import type { Check } from './check.ts';

/** Width of the strip that shows a cut, as a share of the picture's long side. */
const STRIP_RATIO = 0.03;

/** Part of the document lies outside the picture. */
export const cropped: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ kind, document, picture }) {
    if (!picture || !document || document.cutSides.length === 0) return undefined;
    // Of a paper that is no identity document, that is the thing to say; what is held into a selfie is meant to be one.
    if (kind === 'document' && document.identityFeatures.length === 0) return undefined;
    const side = document.cutSides.length === 1 ? document.cutSides[0]! : 'several';
    const areas = document.cutSides.map((cut) => stripAlong(cut, document.corners, picture.widthPx, picture.heightPx));
    return { severity: 'blocker', confidence: document.confidence, values: { side }, areas };
  },
};

/** The strip inside a border of the picture over which the document runs out. */
function stripAlong(side: Side, corners: Polygon, widthPx: number, heightPx: number): Polygon {
  const depth = STRIP_RATIO * Math.max(widthPx, heightPx);
  const [left, right] = extent(
    corners.map(({ x }) => x),
    widthPx,
  );
  const [top, bottom] = extent(
    corners.map(({ y }) => y),
    heightPx,
  );
  const x0 = side === 'right' ? widthPx - depth : side === 'left' ? 0 : left;
  const x1 = side === 'left' ? depth : side === 'right' ? widthPx : right;
  const y0 = side === 'bottom' ? heightPx - depth : side === 'top' ? 0 : top;
  const y1 = side === 'top' ? depth : side === 'bottom' ? heightPx : bottom;
  return [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
}

function extent(values: readonly number[], limit: number): [number, number] {
  return [Math.max(0, Math.min(...values)), Math.min(limit, Math.max(...values))];
}
