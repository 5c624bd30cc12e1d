/** Which characters a place may hold. */
export type FieldAlphabet = 'letters' | 'digits' | 'all' | 'sex';

/** A run of places in one line: `[from, to)`. */
export interface Field {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly alphabet: FieldAlphabet;
}

/** Places whose weighted sum the digit at `check` repeats (weights 7-3-1, modulus 10: ICAO 9303-3, 4.9). */
export interface CheckGroup {
  readonly over: readonly { readonly line: number; readonly from: number; readonly to: number }[];
  readonly check: { readonly line: number; readonly at: number };
}

/** The layout of one kind of zone. Places are counted from 0. */
export interface ZoneFormat {
  readonly name: 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FRENCH-ID';
  readonly lines: number;
  readonly length: number;
  /** Letters that the zone may begin with. */
  readonly kinds: string;
  /** How it begins; other beginnings that `kinds` allows are rare. */
  readonly begins: RegExp;
  /** Places that no field names may hold anything. */
  readonly fields: readonly Field[];
  readonly checks: readonly CheckGroup[];
  /** Codes of states, three characters each. */
  readonly states: readonly Place[];
  /** Where the names are: surname and given names in one field with two fillers between them, or in a field each. */
  readonly names: readonly (Place & { readonly to: number })[];
  readonly birth: Place;
  /** Undefined where the zone does not tell it. */
  readonly expiry: Place | undefined;
}

/** Where a date of six digits (YYMMDD) or the code of a state begins. */
export interface Place {
  readonly line: number;
  readonly from: number;
}

const field = (line: number, from: number, to: number, alphabet: FieldAlphabet): Field => ({
  line,
  from,
  to,
  alphabet,
});
const group = (line: number, from: number, to: number): CheckGroup => ({
  over: [{ line, from, to }],
  check: { line, at: to },
});

/** The second line that passports, visas and TD2 cards share (ICAO 9303-4, -6, -7). */
const SECOND_LINE = [
  field(1, 9, 10, 'digits'),
  field(1, 10, 13, 'letters'),
  field(1, 13, 20, 'digits'),
  field(1, 20, 21, 'sex'),
  field(1, 21, 28, 'digits'),
] as const;
const SECOND_LINE_CHECKS = [group(1, 0, 9), group(1, 13, 19), group(1, 21, 27)] as const;
const STATES: readonly Place[] = [
  { line: 0, from: 2 },
  { line: 1, from: 10 },
];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BIRTH: Place = { line: 1, from: 13 };
const EXPIRY: Place = { line: 1, from: 21 };

/** Every kind of zone that is read. */
export const ZONE_FORMATS: readonly ZoneFormat[] = [
  {
    name: 'TD3',
    lines: 2,
    length: 44,
    kinds: 'P',
    begins: /^P/,
    fields: [field(0, 0, 44, 'letters'), ...SECOND_LINE, field(1, 42, 44, 'digits')],
    checks: [
      ...SECOND_LINE_CHECKS,
      group(1, 28, 42),
      {
        over: [
          { line: 1, from: 0, to: 10 },
          { line: 1, from: 13, to: 20 },
          { line: 1, from: 21, to: 43 },
        ],
        check: { line: 1, at: 43 },
      },
    ],
    states: STATES,
    names: [{ line: 0, from: 5, to: 44 }],
    birth: BIRTH,
    expiry: EXPIRY,
  },
  {
    name: 'MRV-A',
    lines: 2,
    length: 44,
    kinds: 'V',
    begins: /^V/,
    fields: [field(0, 0, 44, 'letters'), ...SECOND_LINE],
    checks: SECOND_LINE_CHECKS,
    states: STATES,
    names: [{ line: 0, from: 5, to: 44 }],
    birth: BIRTH,
    expiry: EXPIRY,
  },
  {
    name: 'TD2',
    lines: 2,
    length: 36,
    kinds: LETTERS,
    begins: /^[IAC]/,
    fields: [field(0, 0, 36, 'letters'), ...SECOND_LINE, field(1, 35, 36, 'digits')],
    checks: [
      ...SECOND_LINE_CHECKS,
      {
        over: [
          { line: 1, from: 0, to: 10 },
          { line: 1, from: 13, to: 20 },
          { line: 1, from: 21, to: 35 },
        ],
        check: { line: 1, at: 35 },
      },
    ],
    states: STATES,
    names: [{ line: 0, from: 5, to: 36 }],
    birth: BIRTH,
    expiry: EXPIRY,
  },
  {
    name: 'MRV-B',
    lines: 2,
    length: 36,
    kinds: 'V',
    begins: /^V/,
    fields: [field(0, 0, 36, 'letters'), ...SECOND_LINE],
    checks: SECOND_LINE_CHECKS,
    states: STATES,
    names: [{ line: 0, from: 5, to: 36 }],
    birth: BIRTH,
    expiry: EXPIRY,
  },
  {
    // The French card until 2021: two lines of 36, dates of birth and issue but none of expiry (arrêté du 24 avril 1991).
    name: 'FRENCH-ID',
    lines: 2,
    length: 36,
    kinds: 'I',
    begins: /^IDFRA/,
    fields: [
      field(0, 0, 30, 'letters'),
      field(1, 0, 4, 'digits'),
      field(1, 7, 13, 'digits'),
      field(1, 13, 27, 'letters'),
      field(1, 27, 34, 'digits'),
      field(1, 34, 35, 'sex'),
      field(1, 35, 36, 'digits'),
    ],
    checks: [
      group(1, 0, 12),
      group(1, 27, 33),
      {
        over: [
          { line: 0, from: 0, to: 36 },
          { line: 1, from: 0, to: 35 },
        ],
        check: { line: 1, at: 35 },
      },
    ],
    states: [],
    names: [
      { line: 0, from: 5, to: 30 },
      { line: 1, from: 13, to: 27 },
    ],
    birth: { line: 1, from: 27 },
    expiry: undefined,
  },
  {
    name: 'TD1',
    lines: 3,
    length: 30,
    kinds: LETTERS,
    begins: /^[IAC]/,
    fields: [
      field(0, 0, 5, 'letters'),
      field(0, 14, 15, 'digits'),
      field(1, 0, 7, 'digits'),
      field(1, 7, 8, 'sex'),
      field(1, 8, 15, 'digits'),
      field(1, 15, 18, 'letters'),
      field(1, 29, 30, 'digits'),
      field(2, 0, 30, 'letters'),
    ],
    checks: [
      group(0, 5, 14),
      group(1, 0, 6),
      group(1, 8, 14),
      {
        over: [
          { line: 0, from: 5, to: 30 },
          { line: 1, from: 0, to: 7 },
          { line: 1, from: 8, to: 15 },
          { line: 1, from: 18, to: 29 },
        ],
        check: { line: 1, at: 29 },
      },
    ],
    states: [
      { line: 0, from: 2 },
      { line: 1, from: 15 },
    ],
    names: [{ line: 2, from: 0, to: 30 }],
    birth: { line: 1, from: 0 },
    expiry: { line: 1, from: 8 },
  },
];

const WEIGHTS = [7, 3, 1] as const;

/** Value of a character in a check digit: digits count as themselves, A = 10 to Z = 35, the filler 0. */
export function checkValue(character: string): number {
  if (character === '<') return 0;
  const code = character.charCodeAt(0);
  return code < 65 ? code - 48 : code - 55;
}

/** Whether the check digit of a group fits its places. */
export function holdsCheck(lines: readonly string[], { over, check }: CheckGroup): boolean {
  let sum = 0;
  let k = 0;
  for (const { line, from, to } of over) {
    for (let at = from; at < to; at++, k++) sum += WEIGHTS[k % 3]! * checkValue(lines[line]![at]!);
  }
  return sum % 10 === checkValue(lines[check.line]![check.at]!);
}
