import type { Random } from './random.ts';

/** Colours of one issue of a document, as SVG colours. */
export interface Palette {
  readonly paper: string;
  readonly wash: string;
  readonly line: string;
  readonly band: string;
  readonly ink: string;
  readonly label: string;
}

const PALETTES: readonly Palette[] = [
  { paper: '#e6eef5', wash: '#c9dbea', line: '#7fa3c4', band: '#23507f', ink: '#15181d', label: '#3f5872' },
  { paper: '#f3e9ea', wash: '#ecd0d3', line: '#c98f97', band: '#8a2436', ink: '#1b1416', label: '#764a52' },
  { paper: '#e8f1e6', wash: '#cfe3ca', line: '#8db284', band: '#2c6133', ink: '#131a13', label: '#49664a' },
  { paper: '#f2eee0', wash: '#e6dcbc', line: '#bfa968', band: '#7a5a17', ink: '#1a1710', label: '#6b5d36' },
  { paper: '#eae7f3', wash: '#d6cfe8', line: '#9d90c4', band: '#453184', ink: '#17151d', label: '#564d77' },
  { paper: '#e3f1f1', wash: '#c5e2e1', line: '#77b0ae', band: '#0f5e60', ink: '#111a1a', label: '#3d6666' },
];

/** One of the colour schemes. */
export function choosePalette(random: Random): Palette {
  return random.pick(PALETTES);
}
