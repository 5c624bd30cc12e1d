import type { Quad, UprightImage } from '../types.ts';
import type { DocumentMask } from './document-mask.ts';
import { type EdgeField, measureEdges } from './edges.ts';
import { isConvex, outsideBy, polygonArea, quadSides } from './geometry.ts';
import { angleBetween, borderLines, findLines, gapBetween, type Line } from './lines.ts';
import { agreementWith, maskRim } from './mask-geometry.ts';
import { reduceChannels, reductionTo } from './plane.ts';
import { quadOfLines } from './quad-of-lines.ts';
import { sideSupport } from './side-support.ts';

/** Four straight edges that bound a sheet or card, in pixels of the image that was given. */
export interface DocumentOutline {
  readonly corners: Quad;
  /** 0..1: how well the outline agrees with the mask (intersection over union). */
  readonly agreement: number;
  /** 0..1: share of the outline that follows edges of the picture. */
  readonly support: number;
  /** For the sides after each corner: the side is the border of the picture, not an edge of the document. */
  readonly atBorder: readonly [boolean, boolean, boolean, boolean];
}

/** Edges are searched at this long side: fine print and grain are gone, the sides of a card are hundreds of pixels long. */
const LONG_SIDE_PX = 440;
const MAX_LINES = 22;
/** A document covers at least this share of the picture; smaller ones cannot be judged anyway. */
const MIN_AREA_RATIO = 0.02;
/** Corners may lie this far outside the picture, as a share of its long side: the document is cut off there. */
const MAX_OUTSIDE_RATIO = 0.25;
/** Opposite sides may differ by this angle, neighbouring ones must differ by that: degrees. */
const MAX_OPPOSITE_DEGREES = 22;
const MIN_CORNER_DEGREES = 58;
/** Long side : short side of ID-1 (ISO/IEC 7810), of TD3 and TD2 (ICAO 9303). */
const ASPECTS = [1.586, 1.42] as const;
const ASPECT_SPREAD = 0.1;
/** A side on the border of the picture is no evidence, but no counter-evidence either. */
const BORDER_SUPPORT = 0.6;
/** Edges far from the rim of the mask are print and furniture; they count this much in the search for lines. */
const OFF_RIM_WEIGHT = 0.15;

/**
 * Finds the outline of the document: the network says roughly where it is, straight lines along the rim of that mask say exactly.
 * Lines and borders are combined into quadrilaterals, scored by agreement with the mask, edge support and aspect ratio.
 */
export function findDocumentOutline(image: UprightImage, mask: DocumentMask): DocumentOutline | undefined {
  const factor = reductionTo({ width: image.widthPx, height: image.heightPx }, LONG_SIDE_PX);
  const edges = measureEdges(reduceChannels(image, factor));
  if (edges.width < 40 || edges.height < 40) return undefined;
  const cellPx = mask.cellPx / factor;
  const rim = maskRim(mask);
  const weightOf = (x: number, y: number) => {
    const column = Math.min(mask.columns - 1, Math.floor(x / cellPx));
    const row = Math.min(mask.rows - 1, Math.floor(y / cellPx));
    return rim[row * mask.columns + column] === 1 ? 1 : OFF_RIM_WEIGHT;
  };
  const lines = [...findLines(edges, MAX_LINES, weightOf), ...borderLines(edges.width, edges.height)];
  const best = bestQuad(lines, edges, mask, cellPx);
  if (!best) return undefined;
  const corners = best.corners.map(({ x, y }) => ({ x: (x + 0.5) * factor, y: (y + 0.5) * factor })) as unknown as Quad;
  return { ...best, corners };
}

function bestQuad(
  lines: readonly Line[],
  edges: EdgeField,
  mask: DocumentMask,
  cellPx: number,
): DocumentOutline | undefined {
  const { width, height } = edges;
  const long = Math.max(width, height);
  const pairs = oppositePairs(lines, Math.min(width, height));
  const agreementOf = agreementWith(mask, cellPx);
  let best: (DocumentOutline & { readonly score: number }) | undefined;
  for (let i = 0; i < pairs.length; i++) {
    for (let j = i + 1; j < pairs.length; j++) {
      const [a, b] = pairs[i]!;
      const [c, d] = pairs[j]!;
      if (
        [angleBetween(a, c), angleBetween(a, d), angleBetween(b, c), angleBetween(b, d)].some(
          (x) => x < MIN_CORNER_DEGREES,
        )
      )
        continue;
      const quad = quadOfLines(a, b, c, d);
      if (!quad || quad.corners.some((p) => outsideBy(p, width, height) > MAX_OUTSIDE_RATIO * long)) continue;
      const { corners, sides } = quad;
      if (polygonArea(corners) < MIN_AREA_RATIO * width * height || !isConvex(corners)) continue;
      const agreement = agreementOf(corners);
      if (best && agreement <= best.score) continue;
      const supports = sides.map((line, k) =>
        line.isBorder ? BORDER_SUPPORT : sideSupport(line, corners[k]!, corners[(k + 1) % 4]!, edges),
      );
      const support = 0.6 * (supports.reduce((x, y) => x + y, 0) / 4) + 0.4 * Math.min(...supports);
      const score = agreement * (0.6 + 0.4 * support) * (0.85 + 0.15 * aspectFit(corners));
      if (!best || score > best.score) {
        best = {
          corners,
          agreement,
          support,
          score,
          atBorder: sides.map((s) => s.isBorder) as unknown as DocumentOutline['atBorder'],
        };
      }
    }
  }
  return best;
}

/** 1 for the aspect of a card or passport page, falling to 0 away from them. */
function aspectFit(corners: Quad): number {
  const { across, down } = quadSides(corners);
  const aspect = Math.max(across, down) / Math.max(1, Math.min(across, down));
  const off = Math.min(...ASPECTS.map((known) => Math.abs(Math.log(aspect / known))));
  return Math.exp(-((off / ASPECT_SPREAD) ** 2));
}

/** Pairs of lines that could be opposite sides: nearly parallel and apart. */
function oppositePairs(lines: readonly Line[], shortSide: number): [Line, Line][] {
  const pairs: [Line, Line][] = [];
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      const a = lines[i]!;
      const b = lines[j]!;
      if (angleBetween(a, b) > MAX_OPPOSITE_DEGREES || gapBetween(a, b) < 0.1 * shortSide) continue;
      pairs.push([a, b]);
    }
  }
  return pairs;
}
