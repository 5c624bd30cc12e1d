import type { Box } from '../types.ts';
import type { PrintedWord } from './text-reader.ts';

/** Words beside each other. */
export interface PrintedLine {
  readonly text: string;
  /** Where the characters from..to of the text are. */
  boxOf(from: number, to: number): Box;
}

/** Words whose middles are this share of their height apart stand on one line. */
const SAME_LINE = 0.5;

/** Puts words that stand beside each other into lines, from the left to the right and from above. */
export function linesOfWords(words: readonly PrintedWord[]): PrintedLine[] {
  const rows: PrintedWord[][] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.find((other) => {
      const last = other.at(-1)!;
      return Math.abs(middle(last) - middle(word)) < SAME_LINE * Math.min(last.box.height, word.box.height);
    });
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => lineOf(row.sort((a, b) => a.box.x - b.box.x)));
}

function middle({ box }: PrintedWord): number {
  return box.y + box.height / 2;
}

function lineOf(words: readonly PrintedWord[]): PrintedLine {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += word.text;
  }
  return {
    text,
    boxOf(from, to) {
      const parts = words.flatMap((word, k) => {
        const [first, end] = [Math.max(from, starts[k]!), Math.min(to, starts[k]! + word.text.length)];
        if (first >= end) return [];
        const step = word.box.width / word.text.length;
        const x = word.box.x + (first - starts[k]!) * step;
        return [{ x, y: word.box.y, width: (end - first) * step, height: word.box.height }];
      });
      const x = Math.min(...parts.map((box) => box.x));
      const y = Math.min(...parts.map((box) => box.y));
      const right = Math.max(...parts.map((box) => box.x + box.width));
      const bottom = Math.max(...parts.map((box) => box.y + box.height));
      return { x, y, width: right - x, height: bottom - y };
    },
  };
}
