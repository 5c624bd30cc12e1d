import type { Box, Point, Polygon, Quad, Side } from '../types.ts';
import type { DocumentOutline } from './document-outline.ts';
import { boundingBox, polygonArea } from './geometry.ts';
import { knownSize, sidesOf } from './known-sizes.ts';

/** Corners this far outside (share of the long side) are cut off, not jitter of the outline. */
const OUTSIDE_TOLERANCE = 0.03;
/** The margins around zones differ from issuer to issuer by this share of the long side. */
const PAGE_TOLERANCE = 0.06;
/** Where the outline was seen to run over the border as well, this much of it is enough. */
const SEEN_PAGE_TOLERANCE = 0.04;
/** A document that fills more of the picture than this was laid on a scanner. */
const SCAN_FILL_RATIO = 0.9;
/** Sides this far in (share of the long side of the picture) leave ground that no scanner shows. */
const WIDE_GROUND = 0.06;

/** How far in the sides that are no borders lie on average, as a share of the long side of the picture. */
function groundRatio({ corners, atBorder }: DocumentOutline, { width, height }: Box): number {
  const insets = corners.map((from, k) => {
    const to = corners[(k + 1) % 4]!;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return Math.min(middle.x, middle.y, width - middle.x, height - middle.y);
  });
  const real = insets.filter((_, k) => !atBorder[k]);
  return real.reduce((a, b) => a + b, 0) / real.length / Math.max(width, height);
}

/** Borders beyond which a side reaches whose place is known from its size; `seen`: those over which its outline seems to run. */
export function sidesBeyond(page: Quad, frame: Box, seen: readonly Side[]): Side[] {
  const longSide = Math.max(...sidesOf(page));
  const { x, y, width, height } = boundingBox(page);
  const beyond: Record<Side, number> = {
    top: -y,
    right: x + width - frame.width,
    bottom: y + height - frame.height,
    left: -x,
  };
  const tolerance = (side: Side) => longSide * (seen.includes(side) ? SEEN_PAGE_TOLERANCE : PAGE_TOLERANCE);
  return (Object.keys(beyond) as Side[]).filter((side) => beyond[side] > tolerance(side));
}

/**
 * Borders over which corners reach out. A border that stands for a side is a cut, too, where much ground is seen on the other three sides
 * or what is left of the document has lost its aspect; scans with a narrow margin end at the border on purpose.
 */
export function cutSides(outline: DocumentOutline, frame: Box): Side[] {
  const margin = OUTSIDE_TOLERANCE * Math.max(frame.width, frame.height);
  const beyond = (test: (p: Point) => boolean) => (outline.corners as Polygon).some(test);
  const sides: Record<Side, boolean> = {
    top: beyond((p) => p.y < -margin),
    right: beyond((p) => p.x > frame.width + margin),
    bottom: beyond((p) => p.y > frame.height + margin),
    left: beyond((p) => p.x < -margin),
  };
  const fillRatio = polygonArea(outline.corners) / (frame.width * frame.height);
  const realSides = outline.atBorder.filter((isBorder) => !isBorder).length;
  const hasLostAspect = knownSize(outline.corners) === undefined;
  const liesOnGround = realSides === 3 && groundRatio(outline, frame) >= WIDE_GROUND;
  if (realSides >= 2 && fillRatio < SCAN_FILL_RATIO && (hasLostAspect || liesOnGround)) {
    outline.atBorder.forEach((isBorder, k) => {
      if (isBorder) sides[(['top', 'right', 'bottom', 'left'] as const)[k]!] = true;
    });
  }
  return (Object.keys(sides) as Side[]).filter((side) => sides[side]);
}
