import { describe, expect, it } from 'vitest';
import { linesOfWords } from '../../../src/analysis/print/lines-of-words.ts';

const word = (text: string, x: number, y: number) => ({
  text,
  box: { x, y, width: 10 * text.length, height: 20 },
  confidence: 0.9,
});

describe('linesOfWords', () => {
  it('puts words beside each other into lines, whatever their order', () => {
    const lines = linesOfWords([word('below', 0, 40), word('right', 100, 4), word('left', 0, 0)]);
    expect(lines.map(({ text }) => text)).toEqual(['left right', 'below']);
  });

  it('tells where characters stand', () => {
    const [line] = linesOfWords([word('EXP', 0, 0), word('2031', 100, 0)]);
    expect(line!.boxOf(0, 3)).toEqual({ x: 0, y: 0, width: 30, height: 20 });
    expect(line!.boxOf(6, 8)).toEqual({ x: 120, y: 0, width: 20, height: 20 });
    expect(line!.boxOf(2, 5)).toEqual({ x: 20, y: 0, width: 90, height: 20 });
  });

  it('has no lines without words', () => {
    expect(linesOfWords([])).toEqual([]);
  });
});
