import { beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../../bench/composites.ts';
import { photographGround } from '../../../bench/composites.ts';
import { turn } from '../../../bench/degrade.ts';
import { findGlyphs, glyphSize } from '../../../src/analysis/measure/glyphs.ts';
import { luminancePlane } from '../../../src/analysis/measure/plane.ts';
import { hasPrint } from '../../../src/analysis/measure/print.ts';
import { findTextLines } from '../../../src/analysis/measure/text-lines.ts';
import { sceneOf } from '../../support/specimen-photos.ts';
import { planeOf } from './drawn-planes.ts';

/** Rows of small dark squares, `pitch` pixels apart, each row 40 px below the last. */
const rows = (pitch: number, ink = 30, paper = 220) =>
  planeOf(600, 200, (x, y) => (y % 40 >= 14 && y % 40 < 26 && x % pitch >= 4 && x % pitch < 12 ? ink : paper));

describe('findGlyphs', () => {
  it('finds every square, dark on light and light on dark', () => {
    const { dark } = findGlyphs(rows(20));
    expect(dark).toHaveLength(30 * 5);
    expect(dark.every((glyph) => glyphSize(glyph) === 12)).toBe(true);
    expect(findGlyphs(rows(20, 220, 60)).light).toHaveLength(30 * 5);
    expect(findGlyphs(planeOf(100, 100, () => 128))).toEqual({ dark: [], light: [] });
  });
});

describe('findTextLines', () => {
  it('joins neighbours into lines and counts the longest run at one pitch', () => {
    const { lines, angleDegrees } = findTextLines(rows(20));
    expect(angleDegrees).toBeCloseTo(0);
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      expect(line).toMatchObject({ glyphs: 30, fixedPitchRun: 30 });
      expect(line.middle.x - line.start.x).toBeCloseTo(line.end.x - line.middle.x, 0);
    }
  });

  it('finds no line in an even picture', () => {
    expect(findTextLines(planeOf(300, 200, () => 90))).toMatchObject({ lines: [], angleDegrees: undefined, glyphs: 0 });
  });

  describe('on a photographed page', () => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await sceneOf('td3', { leanDegrees: 0, pitchDegrees: 0, yawDegrees: 0 });
    });

    it.each([
      [0, 0],
      [1, 90],
      [2, 0],
      [3, 90],
    ] as const)('follows the print after %s quarter turns', async (turns, degrees) => {
      const layout = findTextLines(luminancePlane(await turn(scene.image, turns)));
      expect(hasPrint(layout)).toBe(true);
      expect(Math.abs(Math.abs(layout.angleDegrees!) - degrees)).toBeLessThan(3);
    });

    it('takes wood and cloth for no print', async () => {
      for (const ground of ['wood', 'cloth'] as const) {
        expect(hasPrint(findTextLines(luminancePlane(await photographGround({ ground, seed: 5 }))))).toBe(false);
      }
    });
  });
});
