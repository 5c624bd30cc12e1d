import { dayOf } from '../calendar.ts';
import { monthOf } from './month-names.ts';

/** A date in a line of print. */
export interface PrintedDate {
  /** First character and the one behind the last, in the line. */
  readonly from: number;
  readonly to: number;
  /** `YYYY-MM-DD`; two where day and month could change places. The likelier comes first. */
  readonly readings: readonly string[];
  /** Its year has two digits: it may be a longer one of which the end was not read. */
  readonly isShort: boolean;
}

/** Which of two numbers is the month: documents of the United States print it first. */
export type DateOrder = 'day-first' | 'month-first';

/** Years of documents and of their holders' births, seen from today's. */
const OLDEST_YEARS = 110;
const FURTHEST_YEARS = 60;

/** Signs that stand for digits which look like them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  Z: '2',
  S: '5',
  B: '8',
  g: '9',
  q: '9',
  '%': '9',
};
const YEAR = String.raw`\d{3}[\dOoIlZSBgq%]|\d\d`;
/** One or two digits; the gap that thin print leaves between them does not count. */
const NUMBER = String.raw`\d\s?\d|\d`;
const NOT_AFTER_DIGIT = String.raw`(?<!\d)`;
const NOT_BEFORE_DIGIT = String.raw`(?!\d)`;

/** A way to write dates; `read` gives year, month and day of its groups, the likelier reading first. */
interface Notation {
  readonly pattern: RegExp;
  read(groups: readonly string[], order: DateOrder): readonly (readonly [string, number | undefined, string])[];
}

const notation = (parts: string, read: Notation['read']): Notation => ({
  pattern: new RegExp(NOT_AFTER_DIGIT + parts + NOT_BEFORE_DIGIT, 'gu'),
  read,
});

const NOTATIONS: readonly Notation[] = [
  // 2031-02-28
  notation(String.raw`(\d{4})\s?([./-])\s?(${NUMBER})\s?\2\s?(${NUMBER})`, ([year, , month, day]) => [
    [year!, Number(digitsOf(month!)), day!],
  ]),
  // 28.02.2031, 02/28/2031, 28 02 2031
  notation(
    String.raw`(${NUMBER})(\s?[./-]\s?|\s)(${NUMBER})(?:\s?[./-]\s?|\s)(${YEAR})`,
    ([first, , second, year], order) => {
      const dayFirst = [year!, Number(digitsOf(second!)), first!] as const;
      const monthFirst = [year!, Number(digitsOf(first!)), second!] as const;
      return order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    },
  ),
  // 12 AUG 74, 12 AUG/AOUT 2031, 12. August 2031
  notation(
    String.raw`(${NUMBER})[\s.,-]{0,3}(\p{L}{3,10})(?:\.?\s?/\s?\p{L}{3,10})?[\s.,-]{0,3}(${YEAR})`,
    ([day, word, year]) => [[year!, monthOf(word!), day!]],
  ),
  // AUG 12, 2031
  notation(String.raw`(\p{L}{3,10})\.?\s?(${NUMBER}),\s?(\d{4})`, ([word, day, year]) => [
    [year!, monthOf(word!), day!],
  ]),
];

/** Every date in a line; `order` settles 03/04/2031. */
export function datesInText(line: string, order: DateOrder, today: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  for (const { pattern, read } of NOTATIONS) {
    for (const match of line.matchAll(pattern)) {
      const parts = read(match.slice(1), order);
      const days = parts.map(([year, month, day]) => dayFrom(digitsOf(year), month, digitsOf(day), today));
      const readings = [...new Set(days.filter((day) => day !== undefined))];
      const [from, to] = [match.index, match.index + match[0].length];
      if (readings.length === 0 || found.some((other) => from < other.to && to > other.from)) continue;
      found.push({ from, to, readings, isShort: parts[0]![0].length === 2 });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function digitsOf(text: string): string {
  return [...text].map((sign) => LOOK_ALIKES[sign] ?? sign.trim()).join('');
}

function dayFrom(digits: string, month: number | undefined, day: string, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  const near = Math.floor(thisYear / 100) * 100 + Number(digits);
  const short = near > thisYear + FURTHEST_YEARS ? near - 100 : near;
  const year = digits.length === 2 ? short : Number(digits);
  const isPlausible = year >= thisYear - OLDEST_YEARS && year <= thisYear + FURTHEST_YEARS;
  return isPlausible && month !== undefined ? dayOf(year, month, Number(day)) : undefined;
}
