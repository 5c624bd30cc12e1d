import type { OverlayOptions } from 'sharp';
import type { PictureLabels, Report } from '../types.ts';
import { BADGE_RADIUS, badge, tick } from './badges.ts';
import { isRightToLeft, letter } from './lettering.ts';

/** A panel with the name of every number in the picture, one row each; RGB, as wide as the picture. */
export interface Legend {
  readonly height: number;
  /** What is laid onto the ground, measured from the panel's own top left corner. */
  readonly parts: readonly OverlayOptions[];
}

/** Light words on a dark ground of its own: the same in the dark and in the light look of a chat. */
export const LEGEND_GROUND = '#16211f';
const WORDS = '#f4f7f6';
const TEXT_PX = 34;
const ROW_PX = 74;
const EDGE_PX = 30;
/** From the edge to the words, past the badge. */
const INDENT_PX = EDGE_PX + 2 * BADGE_RADIUS + 22;
/** A longer list is told in the message; the picture stays a picture. */
const MAX_ROWS = 8;

/** The names of the findings, or `ready` when there are none. */
export async function drawLegend({ findings }: Report, labels: PictureLabels, width: number): Promise<Legend> {
  const rows = findings.length === 0 ? [labels.ready] : labels.findings.slice(0, Math.min(MAX_ROWS, findings.length));
  const height = rows.length * ROW_PX + EDGE_PX;
  const isMirrored = isRightToLeft(labels.language);
  const badgeX = isMirrored ? width - EDGE_PX - BADGE_RADIUS : EDGE_PX + BADGE_RADIUS;
  const middle = (row: number) => EDGE_PX / 2 + (row + 0.5) * ROW_PX;
  const marks = rows.map((_, row) => {
    const at = { x: badgeX, y: middle(row) };
    const finding = findings[row];
    return finding ? badge(at, row + 1, finding.severity) : tick(at);
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${LEGEND_GROUND}"/>${marks.join('')}</svg>`;
  const names = await Promise.all(
    rows.map((name) => letter(name, labels.language, TEXT_PX, WORDS, width - INDENT_PX - EDGE_PX)),
  );
  return {
    height,
    parts: [
      { input: Buffer.from(svg), left: 0, top: 0 },
      ...names.map((name, row) => ({
        input: name.png,
        left: isMirrored ? width - INDENT_PX - name.width : INDENT_PX,
        top: Math.round(middle(row) - name.height / 2),
      })),
    ],
  };
}
