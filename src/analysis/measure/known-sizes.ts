import type { DocumentKind, Quad } from '../types.ts';
import { quadSides } from './geometry.ts';

/** A size that identity documents have. */
export interface KnownSize {
  readonly kind: DocumentKind;
  readonly aspect: number;
  readonly longSideMm: number;
}

/** Long side in millimetres and aspect: ID-1 (ISO/IEC 7810), TD3 data page (ICAO 9303-4). */
const KNOWN_SIZES: readonly KnownSize[] = [
  { kind: 'card', aspect: 1.586, longSideMm: 85.6 },
  { kind: 'passport', aspect: 1.42, longSideMm: 125 },
];
/** A document leaning or seen at an angle may be off its aspect by this share. */
const ASPECT_TOLERANCE = 0.1;

/** Mean lengths of the two pairs of opposite sides. */
export function sidesOf(corners: Quad): [number, number] {
  const { across, down } = quadSides(corners);
  return [across, down];
}

/** The size whose aspect the corners have; undefined for sheets of another one. */
export function knownSize(corners: Quad): KnownSize | undefined {
  const sides = sidesOf(corners);
  const aspect = Math.max(...sides) / Math.max(1, Math.min(...sides));
  const off = (known: number) => Math.abs(Math.log(aspect / known));
  const nearest = [...KNOWN_SIZES].sort((a, b) => off(a.aspect) - off(b.aspect))[0]!;
  return off(nearest.aspect) <= ASPECT_TOLERANCE ? nearest : undefined;
}
