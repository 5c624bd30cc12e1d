import { adaptiveMasks } from './adaptive-mask.ts';
import { type Component, connectedComponents, type Mask } from './components.ts';
import type { Plane } from './plane.ts';

/** Surroundings that decide what is dark: wider than a stroke, narrower than a portrait. */
const SURROUNDINGS_PX = 11;
/** Share below the mean of the surroundings at which a pixel is ink; Bradley and Roth use 0.15. */
const INK_SHARE = 0.14;
const MIN_INK_STEP = 12;
const MIN_GLYPH_PX = 4;
const MAX_GLYPH_PX = 64;
const MIN_AREA_PX = 5;
/** Share of its box that a glyph inks: less is a scratch. */
const MIN_INK_RATIO = 0.1;
/** The grain of wood and the threads of cloth are longer than they are wide by more than this; half of all letters by less than 2. */
const MAX_SLENDERNESS = 5;
const MAX_COMPONENTS = 12_000;

/** Shapes of the size of letters, in any script: darker than what surrounds them, and lighter. */
export function findGlyphs(plane: Plane): {
  readonly dark: readonly Component[];
  readonly light: readonly Component[];
} {
  const { darker, lighter } = adaptiveMasks(plane, SURROUNDINGS_PX, INK_SHARE, MIN_INK_STEP);
  return { dark: glyphsOf(darker), light: glyphsOf(lighter) };
}

function glyphsOf(mask: Mask): readonly Component[] {
  const glyphs = connectedComponents(mask, MIN_AREA_PX).filter((c) => {
    const width = c.right - c.left + 1;
    const height = c.bottom - c.top + 1;
    const long = Math.max(width, height);
    const isSlender = long > MAX_SLENDERNESS * Math.min(width, height);
    return !isSlender && long >= MIN_GLYPH_PX && long <= MAX_GLYPH_PX && c.area >= MIN_INK_RATIO * width * height;
  });
  // More shapes than a page of print has glyphs is texture: an even sample says as much and bounds the time.
  const step = Math.ceil(glyphs.length / MAX_COMPONENTS);
  return step > 1 ? glyphs.filter((_, i) => i % step === 0) : glyphs;
}

/** The longer side of a glyph's box, pixels. */
export function glyphSize(c: Component): number {
  return Math.max(c.right - c.left + 1, c.bottom - c.top + 1);
}
