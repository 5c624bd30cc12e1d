import { expect, it } from 'vitest';
import { luminancePlane } from '../../../src/analysis/measure/plane.ts';
import { findTextLines, type TextLayout } from '../../../src/analysis/measure/text-lines.ts';
import { loadGlyphReader } from '../../../src/analysis/mrz/glyph-reader.ts';
import { findZones } from '../../../src/analysis/mrz/zone.ts';
import { searchZone } from '../../../src/analysis/mrz/zone-search.ts';
import { sceneOf } from '../../support/specimen-photos.ts';

/** As where a pattern runs into the characters: the same rows, but neither their number nor their ends can be told. */
function smeared(layout: TextLayout): TextLayout {
  const lines = layout.lines.map((line) => ({
    ...line,
    start: { x: 0.7 * line.start.x + 0.3 * line.end.x, y: 0.7 * line.start.y + 0.3 * line.end.y },
    glyphs: Math.round(0.7 * line.glyphs),
    fixedPitchRun: 5,
  }));
  return { ...layout, lines };
}

it('finds the zone by the step of its characters where no line shows all of them', async () => {
  const { image } = await sceneOf('td3', { pitchDegrees: 0, yawDegrees: 0 });
  const plane = luminancePlane(image);
  const layout = findTextLines(plane);
  const known = findZones(layout)[0]!;
  expect(findZones(smeared(layout))).toEqual([]);
  const found = searchZone(plane, smeared(layout), await loadGlyphReader())!;
  const pitch = (known[0]!.last.x - known[0]!.first.x) / 43;
  expect(found.map(({ length }) => length)).toEqual([44, 44]);
  for (const [i, { first, last }] of found.entries()) {
    expect(Math.abs(first.x - known[i]!.first.x) / pitch).toBeLessThan(0.6);
    expect(Math.abs(last.x - known[i]!.last.x) / pitch).toBeLessThan(0.6);
    expect(Math.abs(first.y - known[i]!.first.y) / pitch).toBeLessThan(0.5);
  }
});
