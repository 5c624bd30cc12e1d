import { describe, expect, it } from 'vitest';
import { measureEdges } from '../../../src/analysis/measure/edges.ts';
import {
  angleBetween,
  borderLines,
  findLines,
  gapBetween,
  intersection,
  type Line,
} from '../../../src/analysis/measure/lines.ts';
import { quadOfLines } from '../../../src/analysis/measure/quad-of-lines.ts';
import { sideSupport } from '../../../src/analysis/measure/side-support.ts';
import { planeOf } from './drawn-planes.ts';

/** A dark field from (30, 20) to (90, 60) on a light ground of 120 x 80. */
const field = measureEdges([planeOf(120, 80, (x, y) => (x >= 30 && x < 90 && y >= 20 && y < 60 ? 40 : 200))]);
const lineAt = (degrees: number, rho: number): Line => {
  const theta = (degrees * Math.PI) / 180;
  return { cos: Math.cos(theta), sin: Math.sin(theta), theta, rho, isBorder: false };
};
const isNear = (a: Line, b: Line) => angleBetween(a, b) < 2 && gapBetween(a, b) < 2;

describe('measureEdges', () => {
  it('gives the strength and the direction of a step', () => {
    // From 200 to 40 in x: (40 - 200) * 4 / 4, its normal pointing against x.
    expect(field.strength[40 * 120 + 30]).toBe(160);
    expect(field.across[40 * 120 + 30]).toBe(-160);
    expect(field.down[40 * 120 + 30]).toBeCloseTo(0);
    expect(field.strength[40 * 120 + 60]).toBe(0);
  });

  it('sees a step of colour alone', () => {
    const planes = [0, 1, 2].map((c) => planeOf(20, 20, (x) => (x < 10 ? [200, 100, 50][c]! : [100, 200, 50][c]!)));
    expect(measureEdges(planes).strength[10 * 20 + 10]).toBe(100);
  });
});

describe('findLines', () => {
  it('finds the four sides of a field, each once, the longer ones first', () => {
    const lines = findLines(field, 8, () => 1);
    for (const side of [lineAt(0, 30), lineAt(0, 90), lineAt(90, 20), lineAt(90, 60)]) {
      expect(lines.filter((line) => isNear(line, side))).toHaveLength(1);
    }
    expect(angleBetween(lines[0]!, lineAt(90, 0))).toBeLessThan(2);
  });

  it('does not see what has no weight, and no more than asked for', () => {
    expect(findLines(field, 8, (x) => (x > 100 ? 1 : 0))).toEqual([]);
    expect(findLines(field, 1, () => 1)).toHaveLength(1);
  });
});

describe('lines', () => {
  it('meet, unless they are parallel', () => {
    const { x, y } = intersection(lineAt(0, 30), lineAt(90, 20))!;
    expect([x, y]).toEqual([expect.closeTo(30), expect.closeTo(20)]);
    expect(intersection(lineAt(0, 30), lineAt(0, 50))).toBeUndefined();
  });

  it('know their angle and gap, also where the normal points the other way', () => {
    expect(angleBetween(lineAt(10, 0), lineAt(175, 0))).toBeCloseTo(15);
    expect(gapBetween(lineAt(0, 30), lineAt(180, -50))).toBeCloseTo(20);
  });
});

describe('quadOfLines', () => {
  it('orders corners clockwise from the top left, each with the side that follows', () => {
    const [left, right, top, bottom] = [lineAt(0, 30), lineAt(0, 90), lineAt(90, 20), lineAt(90, 60)] as const;
    const { corners, sides } = quadOfLines(right, left, bottom, top)!;
    expect(corners.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [30, 20],
      [90, 20],
      [90, 60],
      [30, 60],
    ]);
    expect(sides).toEqual([top, right, bottom, left]);
  });

  it('is nothing when sides do not meet', () => {
    expect(quadOfLines(lineAt(0, 1), lineAt(0, 2), lineAt(0, 3), lineAt(90, 4))).toBeUndefined();
  });
});

describe('sideSupport', () => {
  const support = (line: Line, from: [number, number], to: [number, number]) =>
    sideSupport(line, { x: from[0], y: from[1] }, { x: to[0], y: to[1] }, field);

  it('is the share of a side along which an edge runs its way', () => {
    expect(support(lineAt(90, 20), [32, 20], [88, 20])).toBeCloseTo(1, 1);
    expect(support(lineAt(90, 20), [2, 20], [60, 20])).toBeCloseTo(0.5, 0);
    expect(support(lineAt(90, 40), [32, 40], [88, 40])).toBe(0);
  });

  it('does not count edges that cross the side, nor sides that lie outside', () => {
    expect(support(lineAt(90, 5), [20, 5], [100, 5])).toBe(0);
    expect(support(lineAt(90, -30), [30, -30], [90, -30])).toBe(0);
  });
});

describe('borderLines', () => {
  it('are the rows and columns at the rim', () => {
    const { corners } = quadOfLines(...(borderLines(120, 80) as [Line, Line, Line, Line]))!;
    expect(corners.map(({ x, y }) => ({ x: Math.abs(x), y: Math.abs(y) }))).toEqual([
      { x: 0, y: 0 },
      { x: 119, y: 0 },
      { x: 119, y: 79 },
      { x: 0, y: 79 },
    ]);
  });
});
