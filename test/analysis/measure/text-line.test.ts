import { describe, expect, it } from 'vitest';
import type { Component } from '../../../src/analysis/measure/components.ts';
import { commonDirection, findNeighbours } from '../../../src/analysis/measure/glyph-neighbours.ts';
import { lineThrough, scaleLine } from '../../../src/analysis/measure/text-line.ts';

/** A glyph of 8 x 12 around a point, taller by some pixels above or below. */
function glyph(x: number, y: number, above = 0, below = 0): Component {
  return { left: x - 4, right: x + 3, top: y - 6 - above, bottom: y + 5 + below, area: 50, x, y };
}

const row = (count: number, stepX: number, stepY = 0) =>
  Array.from({ length: count }, (_, k) => glyph(50 + k * stepX, 50 + k * stepY));

describe('lineThrough', () => {
  it('runs from the first to the last glyph', () => {
    const line = lineThrough(row(20, 12), 1, 0)!;
    expect(line).toMatchObject({ glyphs: 20, fixedPitchRun: 20, thicknessPx: 12, outUp: 0, outDown: 0 });
    expect([line.start.x, line.end.x, line.start.y]).toEqual([
      expect.closeTo(50),
      expect.closeTo(278),
      expect.closeTo(50),
    ]);
  });

  it('counts what stands out above and below', () => {
    const group = row(12, 12).map((g, k) => (k < 4 ? glyph(g.x, g.y, 5) : k === 11 ? glyph(g.x, g.y, 0, 5) : g));
    expect(lineThrough(group, 1, 0)).toMatchObject({ outUp: 4, outDown: 1 });
  });

  it('breaks the run at a gap', () => {
    const gapped = row(20, 12).map((g, k) => (k < 13 ? g : glyph(g.x + 12, g.y)));
    expect(lineThrough(gapped, 1, 0)?.fixedPitchRun).toBe(13);
  });

  it('has its middle at the middle glyph, off the centre when one end is nearer', () => {
    const nearing = Array.from({ length: 21 }, (_, k) => glyph(50 + 10 * k + 0.2 * k * k, 50));
    const { middle, start, end } = lineThrough(nearing, 1, 0)!;
    expect(middle.x).toBeCloseTo(50 + 100 + 20);
    expect(middle.x).toBeLessThan((start.x + end.x) / 2);
  });

  it('is none for a few glyphs, a heap, or a scatter', () => {
    expect(lineThrough(row(4, 12), 1, 0)).toBeUndefined();
    expect(lineThrough(row(8, 3), 1, 0)).toBeUndefined();
    expect(
      lineThrough(
        row(12, 12).map((g, k) => glyph(g.x, g.y + (k % 2) * 20)),
        1,
        0,
      ),
    ).toBeUndefined();
  });

  it('scales', () => {
    const line = lineThrough(row(10, 12), 1, 0)!;
    expect(scaleLine(line, 2)).toMatchObject({
      thicknessPx: 24,
      glyphs: 10,
      end: { x: line.end.x * 2 },
      middle: { x: line.middle.x * 2 },
    });
  });
});

describe('commonDirection', () => {
  const directionOf = (glyphs: Component[]) => commonDirection(glyphs, findNeighbours(glyphs));

  it('is where the nearest neighbours lie', () => {
    expect(directionOf(row(20, 12, 3)).angle).toBeCloseTo(14, -0.5);
    expect(directionOf(row(20, 12, 3)).agreement).toBe(1);
  });

  it('is nothing for glyphs that stand alone', () => {
    expect(directionOf(row(5, 300))).toEqual({ angle: 0, agreement: 0 });
    expect(directionOf([])).toEqual({ angle: 0, agreement: 0 });
  });

  it('does not take a speck for the neighbour of a letter', () => {
    const speck = { ...glyph(60, 50), left: 60, right: 61, top: 50, bottom: 51 };
    expect(findNeighbours([glyph(50, 50), speck])).toEqual([[], []]);
  });
});
