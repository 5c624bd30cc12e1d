import { describe, expect, it } from 'vitest';
import { connectedComponents } from '../../../src/analysis/measure/components.ts';

function maskOf(...rows: string[]) {
  return {
    width: rows[0]!.length,
    height: rows.length,
    data: Uint8Array.from(rows.join(''), (c) => (c === '#' ? 1 : 0)),
  };
}

describe('connectedComponents', () => {
  it('joins neighbours across corners and measures each shape', () => {
    const [first, second, ...others] = connectedComponents(maskOf('#....', '.#..#', '....#'), 1);
    expect(others).toEqual([]);
    expect(first).toEqual({ left: 0, top: 0, right: 1, bottom: 1, area: 2, x: 0.5, y: 0.5 });
    expect(second).toEqual({ left: 4, top: 1, right: 4, bottom: 2, area: 2, x: 4, y: 1.5 });
  });

  it('does not join the end of a row with the start of the next', () => {
    expect(connectedComponents(maskOf('...#', '#...'), 1)).toHaveLength(2);
  });

  it('leaves out what is too small, and the mask as it was', () => {
    const mask = maskOf('#.##');
    expect(connectedComponents(mask, 2).map(({ left }) => left)).toEqual([2]);
    expect([...mask.data]).toEqual([1, 0, 1, 1]);
  });

  it('takes a mask that is marked everywhere without running out of stack', () => {
    const data = new Uint8Array(500 * 500).fill(1);
    expect(connectedComponents({ width: 500, height: 500, data }, 1)).toMatchObject([{ area: 250_000 }]);
  });
});
