import type { Holder } from './holder.ts';
import type { Palette } from './palette.ts';
import type { Random } from './random.ts';
import type { Setting, Typesetter } from './typeface.ts';

/** One side of a document as a drawing. Sizes in millimetres. */
export interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Radius of the corners; 0 = cut straight. */
  readonly cornerMm: number;
  /** SVG elements, in millimetres from the top left corner. */
  readonly drawing: string;
  /** The lines of its machine readable zone; none on sides without one. */
  readonly machineReadable?: readonly string[];
}

/** What a layout draws from. */
export interface Issue {
  readonly random: Random;
  readonly holder: Holder;
  readonly palette: Palette;
  readonly type: Typesetter;
  /** A picture for the portrait as a data URL; without one a head is drawn. */
  readonly portraitUrl: string | undefined;
}

/** ID-1 (ISO/IEC 7810), the size of TD1 and of licences. */
export const ID_1 = { widthMm: 85.6, heightMm: 53.98, cornerMm: 3.18 } as const;

/** A text as an SVG element. */
export function print(
  { type }: Issue,
  text: string,
  x: number,
  y: number,
  setting: Setting & { readonly colour: string },
): string {
  return `<path fill="${setting.colour}" d="${type.outline(text, x, y, setting)}"/>`;
}

/** A field: its small caption and, below, its value. */
export function field(issue: Issue, caption: string, value: string, x: number, y: number): string {
  const { label, ink } = issue.palette;
  return (
    print(issue, caption, x, y, { face: 'label', size: 1.75, colour: label }) +
    print(issue, value, x, y + 3, { face: 'value', size: 2.9, colour: ink })
  );
}

/** Lines of a zone: how far apart, and the baseline of the last above the lower edge, by the characters in a line; as issued. */
const ZONE_LINES: Readonly<Record<number, { readonly leadingMm: number; readonly aboveEdgeMm: number }>> = {
  30: { leadingMm: 4.23, aboveEdgeMm: 5.3 },
  36: { leadingMm: 5.3, aboveEdgeMm: 7 },
  44: { leadingMm: 6.35, aboveEdgeMm: 8.1 },
};

/** The machine readable zone in its lower area: 10 characters an inch (ICAO 9303-3, 4.2). */
export function zone(
  issue: Issue,
  lines: readonly string[],
  { widthMm, heightMm }: Pick<Sheet, 'widthMm' | 'heightMm'>,
) {
  const pitch = 2.54;
  const left = (widthMm - lines[0]!.length * pitch) / 2;
  const { leadingMm, aboveEdgeMm } = ZONE_LINES[lines[0]!.length]!;
  const last = heightMm - aboveEdgeMm;
  return lines
    .map((line, i) =>
      print(issue, line, left, last - (lines.length - 1 - i) * leadingMm, {
        face: 'zone',
        // At this size the advance of OCR-B is its pitch.
        size: 3.52,
        pitch,
        colour: '#16171a',
      }),
    )
    .join('');
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `12 AUG 1974`, as ICAO 9303-3 wants it in the visual zone. */
export function printedDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** A handwritten-looking line, in the place of a signature. */
export function signature({ random, palette }: Issue, x: number, y: number, width: number): string {
  const points = Array.from({ length: 9 }, (_, i) => {
    const px = x + (width * (i + 1)) / 9;
    const swing = random.between(-2.2, 1.4);
    return `S${(px - 1.6).toFixed(2)} ${(y + swing * 1.5).toFixed(2)} ${px.toFixed(2)} ${(y + swing).toFixed(2)}`;
  });
  return `<path d="M${x} ${y}${points.join('')}" fill="none" stroke="${palette.ink}" stroke-width=".3" stroke-linecap="round"/>`;
}
