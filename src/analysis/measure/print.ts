import type { TextLayout } from './text-lines.ts';

/** Neighbouring glyphs that agree this much on a direction are print; foliage and masonry stay below 0.24. */
const MIN_AGREEMENT = 0.27;
const MIN_GLYPHS = 20;
/** On guilloches and wood the agreement drowns; this many glyphs in long lines are print all the same. */
const LONG_LINE = 10;
const MIN_GLYPHS_IN_LONG_LINES = 140;

/** True when the picture holds print of any script. */
export function hasPrint(text: TextLayout): boolean {
  if (text.agreementRatio >= MIN_AGREEMENT && text.glyphs >= MIN_GLYPHS) return true;
  const inLongLines = text.lines
    .filter(({ glyphs }) => glyphs >= LONG_LINE)
    .reduce((sum, { glyphs }) => sum + glyphs, 0);
  return inLongLines >= MIN_GLYPHS_IN_LONG_LINES;
}
