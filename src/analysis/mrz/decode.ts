import { states } from 'mrz';
import {
  type CheckGroup,
  type Place as DatePlace,
  type FieldAlphabet,
  holdsCheck,
  ZONE_FORMATS,
  type ZoneFormat,
} from './formats.ts';
import { ALPHABET } from './glyph-reader.ts';
import type { Cell } from './grid.ts';

/** A zone as it was read. */
export interface DecodedZone {
  readonly format: ZoneFormat;
  readonly lines: readonly string[];
  /** Groups of places whose check digit does not fit, also after doubtful characters were exchanged. */
  readonly wrongChecks: readonly CheckGroup[];
  /** Probability that every character is right, 0..1, calibrated on drawn zones. */
  readonly certainty: number;
  /** Mean logarithm of the probability of the characters: 0 = no doubt anywhere. */
  readonly meanLogProbability: number;
}

/** Letters, digits, or both; dates may hold fillers where a day is not known. */
const ALPHABETS: Readonly<Record<FieldAlphabet, string>> = {
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<',
  digits: '0123456789<',
  all: ALPHABET,
  sex: 'MFX<',
};
/** A state that is none gives way to one that is less likely by this factor at most (natural logarithm). */
const MAX_STATE_DOUBT = 7;
/**
 * Characters are exchanged for others that together are less likely by this factor at most, to make a check digit fit. With more, a zone
 * whose digits were altered would be mended until it fits: what was read clearly has alternatives from about 4 on.
 */
const MAX_DOUBT = 3.5;
/** How doubts become a probability; see `certaintyOf`. */
const CERTAINTY = { offset: 7.85, slope: 30.4 };
/** Exchanges of two characters are searched among this many of the most doubtful ones. */
const MOST_DOUBTFUL = 14;

interface Place {
  readonly line: number;
  readonly at: number;
}

interface Exchange extends Place {
  readonly character: string;
  readonly cost: number;
}

/** Reads the cells of a zone by each format of its shape and returns the best reading; undefined when no format has the shape. */
export function decodeZone(cells: readonly (readonly Cell[])[]): DecodedZone | undefined {
  const length = cells[0]?.length;
  const readings = ZONE_FORMATS.filter((format) => format.lines === cells.length && format.length === length).flatMap(
    (format) => {
      const reading = readAs(format, cells);
      return reading ? [{ reading, rank: rankOf(reading, cells) }] : [];
    },
  );
  return readings.sort((a, b) => b.rank - a.rank)[0]?.reading;
}

/** More likely characters and fewer wrong check digits are better; a beginning that the format does not have speaks against it. */
function rankOf(
  { format, lines, wrongChecks, meanLogProbability }: DecodedZone,
  cells: readonly (readonly Cell[])[],
): number {
  const beginning = format.begins.test(lines[0]!) ? 0 : -6;
  return meanLogProbability * cells.length * cells[0]!.length - 3 * wrongChecks.length + beginning;
}

function readAs(format: ZoneFormat, cells: readonly (readonly Cell[])[]): DecodedZone | undefined {
  const allowed = allowedIn(format);
  const characters = cells.map((line, i) => line.map((cell, at) => likeliest(cell, allowed[i]![at]!)));
  const textOf = () => characters.map((line) => line.join(''));
  for (const place of format.states) settleState(characters, cells, place);
  const settled = new Set<string>();
  const wrongChecks: CheckGroup[] = [];
  for (const group of format.checks) {
    const places = placesOf(group).filter(({ line, at }) => !settled.has(`${line}:${at}`));
    if (isOverlongNumber(format, group, characters)) continue;
    if (!holdsCheck(textOf(), group)) {
      const repair = findRepair(textOf(), group, exchangesAt(places, cells, allowed, characters));
      if (repair === undefined) {
        wrongChecks.push(group);
        continue;
      }
      for (const { line, at, character } of repair) {
        characters[line]![at] = character;
      }
    }
    for (const { line, at } of placesOf(group)) settled.add(`${line}:${at}`);
  }
  const logProbabilities = characters.flatMap((line, i) =>
    line.map((character, at) => ({
      value: cells[i]![at]![ALPHABET.indexOf(character)]!,
      isVouchedFor: settled.has(`${i}:${at}`),
    })),
  );
  const open = logProbabilities.filter(({ isVouchedFor }) => !isVouchedFor);
  return {
    format,
    lines: textOf(),
    wrongChecks,
    certainty: certaintyOf(meanOf(open.map(({ value }) => value))),
    meanLogProbability: meanOf(logProbabilities.map(({ value }) => value)),
  };
}

/**
 * The probability that a clear reading is right letter by letter, from the mean logarithm of the probability of those characters that no
 * check digit vouches for. Logistic regression over 2,636 drawn zones, a third of them with altered digits, through faults up to and
 * beyond what still reads: said 93 %, 99.7 % and 99.9 %, true 93 %, 100 % and 99.7 %.
 */
function certaintyOf(openLogProbability: number): number {
  return 1 / (1 + Math.exp(-(CERTAINTY.offset + CERTAINTY.slope * openLogProbability)));
}

const meanOf = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : 0;

/** Codes of states and organisations as a zone holds them, three characters wide (ICAO 9303-3, section 5). */
const STATES = [...Object.keys(states), 'UTO'].map((code) => code.padEnd(3, '<'));

/** Where no state has the code that was read, the likeliest code that one has takes its place, if it is not too unlikely. */
function settleState(characters: string[][], cells: readonly (readonly Cell[])[], { line, from }: DatePlace) {
  const logOf = (code: string) =>
    [...code].reduce((sum, character, k) => sum + cells[line]![from + k]![ALPHABET.indexOf(character)]!, 0);
  const read = characters[line]!.slice(from, from + 3).join('');
  if (STATES.includes(read)) return;
  const best = STATES.reduce((a, b) => (logOf(b) > logOf(a) ? b : a));
  if (logOf(read) - logOf(best) <= MAX_STATE_DOUBT) characters[line]!.splice(from, 3, ...best);
}

function allowedIn({ lines, length, fields, kinds }: ZoneFormat): string[][] {
  const allowed = Array.from({ length: lines }, () => new Array<string>(length).fill(ALPHABETS.all));
  for (const { line, from, to, alphabet } of fields) allowed[line]!.fill(ALPHABETS[alphabet], from, to);
  allowed[0]![0] = kinds;
  return allowed;
}

function likeliest(cell: Cell, allowed: string): string {
  let best = allowed[0]!;
  for (const character of allowed) {
    if (cell[ALPHABET.indexOf(character)]! > cell[ALPHABET.indexOf(best)]!) best = character;
  }
  return best;
}

function placesOf({ over, check }: CheckGroup): Place[] {
  const places = over.flatMap(({ line, from, to }) =>
    Array.from({ length: to - from }, (_, k) => ({ line, at: from + k })),
  );
  return [...places, { line: check.line, at: check.at }];
}

/** A document number of more than nine characters has a filler for its check digit and goes on behind it (ICAO 9303-5, note j). */
function isOverlongNumber(
  { name }: ZoneFormat,
  { check }: CheckGroup,
  characters: readonly (readonly string[])[],
): boolean {
  return name === 'TD1' && check.line === 0 && characters[0]![check.at] === '<';
}

function exchangesAt(
  places: readonly Place[],
  cells: readonly (readonly Cell[])[],
  allowed: readonly (readonly string[])[],
  characters: readonly (readonly string[])[],
): Exchange[] {
  return places
    .flatMap(({ line, at }) => {
      const cell = cells[line]![at]!;
      const current = characters[line]![at]!;
      const base = cell[ALPHABET.indexOf(current)]!;
      return [...allowed[line]![at]!].flatMap((character): Exchange[] => {
        const cost = base - cell[ALPHABET.indexOf(character)]!;
        return character === current || cost > MAX_DOUBT ? [] : [{ line, at, character, cost }];
      });
    })
    .sort((a, b) => a.cost - b.cost);
}

/** The likeliest one or two exchanges that make a check digit fit. */
function findRepair(
  lines: readonly string[],
  group: CheckGroup,
  exchanges: readonly Exchange[],
): Exchange[] | undefined {
  const fits = (chosen: readonly Exchange[]) => holdsCheck(exchange(lines, chosen), group);
  let best = exchanges.find((one) => fits([one]));
  let found = best ? [best] : undefined;
  let cost = best?.cost ?? MAX_DOUBT;
  const doubtful = exchanges.slice(0, MOST_DOUBTFUL);
  for (const [i, one] of doubtful.entries()) {
    for (const other of doubtful.slice(i + 1)) {
      const together = one.cost + other.cost;
      if (together >= cost || (one.line === other.line && one.at === other.at) || !fits([one, other])) continue;
      cost = together;
      found = [one, other];
      best = one;
    }
  }
  return found;
}

function exchange(lines: readonly string[], exchanges: readonly Exchange[]): string[] {
  const characters = lines.map((line) => [...line]);
  for (const { line, at, character } of exchanges) characters[line]![at] = character;
  return characters.map((line) => line.join(''));
}
