import { ALPHABET, CLASSES, COLUMN_PX, type Columns } from '../../../src/analysis/mrz/glyph-reader.ts';
import type { Cell } from '../../../src/analysis/mrz/grid.ts';
import { MARGIN_PX, PITCH_PX, stripWidth } from '../../../src/analysis/mrz/strip.ts';

/** The examples that ICAO 9303 itself prints (parts 4 to 7). */
export const ICAO = {
  TD3: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  TD2: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
  TD1: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  'MRV-A': ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
  'MRV-B': ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
} as const;

/** A place where the network sees one character, perhaps with a second thought. */
export function cellOf(character: string, other?: string, otherShare = 0): Cell {
  const rest = 1e-6;
  return Float64Array.from(ALPHABET, (c) =>
    Math.log(c === character ? 1 - otherShare - 36 * rest : c === other ? otherShare : rest),
  );
}

/** Lines as a network without doubts sees them. */
export function cellsOf(lines: readonly string[]): Cell[][] {
  return lines.map((line) => [...line].map((character) => cellOf(character)));
}

/** What a network without doubts says of a strip whose characters lie off their places by some shares of the pitch. */
export function columnsOf(line: string, offAt: (k: number) => number): Columns {
  const count = stripWidth(line.length) / COLUMN_PX;
  const logProbabilities = new Float32Array(count * CLASSES).fill(Math.log(1e-4));
  for (let column = 0; column < count; column++) logProbabilities[column * CLASSES + CLASSES - 1] = Math.log(0.99);
  [...line].forEach((character, k) => {
    const centre = (MARGIN_PX + PITCH_PX * (k + 0.5 + offAt(k))) / COLUMN_PX - 0.5;
    for (const column of [Math.floor(centre), Math.ceil(centre)]) {
      logProbabilities[column * CLASSES + CLASSES - 1] = Math.log(1e-4);
      logProbabilities[column * CLASSES + ALPHABET.indexOf(character)] = Math.log(0.99);
    }
  });
  return { count, logProbabilities };
}
