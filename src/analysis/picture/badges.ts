import type { Point, Severity } from '../types.ts';

/** What a colour says is said by the words too. */
export const COLOURS: Readonly<Record<Severity | 'fine', string>> = {
  blocker: '#e5484d',
  warning: '#f5a524',
  note: '#3b82f6',
  fine: '#30a46c',
};

export const BADGE_RADIUS = 26;

/** A disc with a number, as SVG around its middle. Digits are strokes: they need no typeface. */
export function badge({ x, y }: Point, number: number, severity: Severity): string {
  const digits = String(number);
  const advance = 17;
  const strokes = [...digits].map((digit, i) => {
    const left = x + (i - (digits.length - 1) / 2) * advance - 6;
    return `<path transform="translate(${px(left)},${px(y - 12)})" d="${DIGITS[Number(digit)]}"/>`;
  });
  return `${disc({ x, y }, COLOURS[severity])}<g fill="none" stroke="#fff" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g>`;
}

/** A disc with a tick: nothing was found. */
export function tick({ x, y }: Point): string {
  return `${disc({ x, y }, COLOURS.fine)}<path d="M${px(x - 12)} ${px(y + 1)}l8 9l16 -19" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function disc({ x, y }: Point, colour: string): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${BADGE_RADIUS}" fill="${colour}" stroke="#fff" stroke-width="5"/>`;
}

/** Coordinates with one decimal keep a drawing short. */
export function px(value: number): string {
  return value.toFixed(1);
}

/** Digits as strokes in a 12 x 24 cell. */
const DIGITS = [
  'M6 0C10 0 12 5 12 12S10 24 6 24S0 19 0 12S2 0 6 0Z',
  'M2 5L7 0V24',
  'M0 6C0 2 3 0 6 0S12 2 12 6C12 12 2 17 0 24H12',
  'M0 2C2 0 10 -2 11 5C11 10 8 11 5 11C9 11 12 13 12 17C12 25 3 25 0 22',
  'M9 24V0L0 17H12',
  'M11 0H2L1 10C4 8 12 8 12 16C12 25 3 25 0 22',
  'M10 1C4 1 0 8 0 16C0 21 2 24 6 24S12 21 12 17S9 10 6 10S0 13 0 16',
  'M0 0H12L4 24',
  'M6 0C9 0 11 2 11 5.500S9 11 6 11S1 9 1 5.500S3 0 6 0ZM6 11C10 11 12 13 12 17S10 24 6 24S0 21 0 17S2 11 6 11Z',
  'M2 23C8 23 12 16 12 8C12 3 10 0 6 0S0 3 0 7S3 14 6 14S12 11 12 8',
] as const;
