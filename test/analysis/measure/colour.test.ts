import { describe, expect, it } from 'vitest';
import { measureColourSpread } from '../../../src/analysis/measure/colour.ts';
import { boxPolygon } from '../../../src/analysis/measure/geometry.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';

const WHOLE = boxPolygon({ x: 0, y: 0, width: 64, height: 64 });

/** 64 x 64: paper, with every fourth column printed. */
function page(paper: readonly number[], ink: readonly number[]): UprightImage {
  const pixels = new Uint8Array(64 * 64 * 3);
  for (let i = 0; i < 64 * 64; i++) pixels.set(i % 4 === 0 ? ink : paper, i * 3);
  return { widthPx: 64, heightPx: 64, pixels };
}

describe('measureColourSpread', () => {
  it('is nothing for black on white', () => {
    expect(measureColourSpread(page([230, 230, 230], [20, 20, 20]), WHOLE)).toBe(0);
  });

  it('does not take the colour of the lamp for colour of the page', () => {
    // Warm light: every level of both paper and ink is scaled alike.
    expect(measureColourSpread(page([240, 200, 160], [60, 50, 40]), WHOLE)).toBeLessThanOrEqual(1);
  });

  it('sees coloured print', () => {
    // Neutral paper at 200 leaves the ink as it is: 180 - 30.
    expect(measureColourSpread(page([200, 200, 200], [30, 60, 180]), WHOLE)).toBe(150);
  });

  it('looks at the document alone, even where it reaches out of the picture', () => {
    const image = page([200, 200, 200], [200, 200, 200]);
    image.pixels.fill(0, 0, 32 * 64 * 3);
    for (let i = 0; i < 32 * 64; i++) image.pixels[i * 3] = 255;
    const lowerHalf = boxPolygon({ x: -10, y: 34, width: 90, height: 60 });
    expect(measureColourSpread(image, lowerHalf)).toBe(0);
    expect(measureColourSpread(image, WHOLE)).toBeGreaterThan(100);
  });
});
