import { describe, expect, it } from 'vitest';
import { turn } from '../../../bench/degrade.ts';
import { createSpecimenPress, type Specimen } from '../../../bench/specimens/index.ts';
import { boxPolygon } from '../../../src/analysis/measure/geometry.ts';
import { luminancePlane, type Plane } from '../../../src/analysis/measure/plane.ts';
import { readPrintedExpiry } from '../../../src/analysis/print/read-expiry.ts';
import { createTextReader } from '../../../src/analysis/print/text-reader.ts';

import type { UprightImage } from '../../../src/analysis/types.ts';

const TODAY = '2026-11-23';
const reader = createTextReader();
const press = createSpecimenPress();

/** The pixels of a specimen on white. */
function imageOf({ widthPx, heightPx, rgba }: Specimen): UprightImage {
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let i = 0; i < pixels.length; i++) {
    const opacity = rgba[4 * Math.floor(i / 3) + 3]! / 255;
    pixels[i] = rgba[4 * Math.floor(i / 3) + (i % 3)]! * opacity + 255 * (1 - opacity);
  }
  return { widthPx, heightPx, pixels };
}

const wholeOf = ({ width, height }: Plane) => boxPolygon({ x: 0, y: 0, width, height });

describe('readPrintedExpiry', () => {
  it('reads the expiry of drawn licences, upright and turned', async () => {
    for (const seed of [1, 2, 3]) {
      const specimen = await press.draw('licence-front', seed);
      const image = imageOf(specimen);
      const plane = luminancePlane(image);
      const found = await readPrintedExpiry(plane, wholeOf(plane), 0, reader, TODAY);
      expect(found?.date, `seed ${seed}`).toBe(specimen.expires);
      const turned = luminancePlane(await turn(image, 1));
      expect((await readPrintedExpiry(turned, wholeOf(turned), 90, reader, TODAY))?.date).toBe(specimen.expires);
    }
  });

  it('finds none on an empty page', async () => {
    const plane = { width: 600, height: 400, data: new Uint8Array(600 * 400).fill(230) };
    expect(await readPrintedExpiry(plane, wholeOf(plane), 0, reader, TODAY)).toBeUndefined();
  });
});

describe('createTextReader', () => {
  it('gives no words for a page that is none, and reads the next one', async () => {
    expect(await reader.read({ width: 0, height: 0, data: new Uint8Array() })).toEqual([]);
    const image = imageOf(await press.draw('licence-front', 1));
    expect((await reader.read(luminancePlane(image))).length).toBeGreaterThan(5);
  });
});
