import { beforeAll, describe, expect, it } from 'vitest';
import { defocus, turn } from '../../../bench/degrade.ts';
import { luminancePlane } from '../../../src/analysis/measure/plane.ts';
import { findTextLines } from '../../../src/analysis/measure/text-lines.ts';
import { type GlyphReader, loadGlyphReader } from '../../../src/analysis/mrz/glyph-reader.ts';
import { isClear, readZone } from '../../../src/analysis/mrz/read-zone.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';
import { sceneOf, specimenOf } from '../../support/specimen-photos.ts';

let reader: GlyphReader;
beforeAll(async () => {
  reader = await loadGlyphReader();
});

function read(image: UprightImage, isLikely = false) {
  const plane = luminancePlane(image);
  return readZone(plane, findTextLines(plane), reader, isLikely);
}

describe('readZone', () => {
  it.each(['td1-back', 'td2', 'td3'] as const)('reads %s letter by letter, whichever way up it lies', async (kind) => {
    const [{ image }, { machineReadable }] = await Promise.all([sceneOf(kind), specimenOf(kind)]);
    expect(machineReadable.length).toBeGreaterThan(1);
    for (const quarters of [0, 1, 2, 3] as const) {
      const zone = read(await turn(image, quarters));
      expect(zone?.lines).toEqual(machineReadable);
      expect(zone?.wrongChecks).toEqual([]);
    }
  });

  it('reads a page that is seen at an angle', async () => {
    const { image } = await sceneOf('td3', { pitchDegrees: 14, yawDegrees: -14, leanDegrees: 12, fillRatio: 0.7 });
    expect(read(image)?.lines).toEqual((await specimenOf('td3')).machineReadable);
  });

  it('knows when it is guessing', async () => {
    const { image } = await sceneOf('td3');
    const zone = read(await defocus(image, 9), true);
    expect(zone === undefined || !isClear(zone)).toBe(true);
  });

  it('finds none where there is none', async () => {
    const { image } = await sceneOf('licence-front');
    expect(read(image, true)).toBeUndefined();
    expect(read((await sceneOf('page')).image, true)).toBeUndefined();
  });
});
