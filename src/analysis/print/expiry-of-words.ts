import type { Box } from '../types.ts';
import { type DateMeaning, labelsIn } from './date-labels.ts';
import { type DateOrder, datesInText } from './dates-in-text.ts';
import { linesOfWords, type PrintedLine } from './lines-of-words.ts';
import type { PrintedWord } from './text-reader.ts';

/** The expiry that a document prints. */
export interface PrintedExpiry {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** A label says that it is the expiry; else it was told from birth and issue before it. */
  readonly isLabelled: boolean;
}

/** A date belongs to the label above it or to its left that is no further away than so many of its own heights. */
const MAX_ABOVE = 2.6;
const MAX_LEFT = 9;
/** Documents are valid for one to fifteen years from their issue, and issued to people from their birth on. */
const MIN_VALID_YEARS = 1;
const MAX_VALID_YEARS = 15.5;
/** Print of licences of the United States, which write the month first. */
const MONTH_FIRST = /\b(?:USA|LICENSE|DRIVER\s+LIC|DL|UNITED\s+STATES)\b/i;

interface Placed<T> {
  readonly what: T;
  readonly box: Box;
}

/** Where labels say that an expiry stands beside or below them. */
export function expiryLabels(words: readonly PrintedWord[]): Box[] {
  const placed = linesOfWords(words).flatMap(placedLabels);
  return placed.filter(({ what }) => what === 'expiry').map(({ box }) => box);
}

/** Finds the expiry among the words of a page; undefined when no date can be told to be it. Of two ways to read it the later counts. */
export function expiryOfWords(words: readonly PrintedWord[], today: string): PrintedExpiry | undefined {
  const lines = linesOfWords(words);
  const order: DateOrder = lines.some(({ text }) => MONTH_FIRST.test(text)) ? 'month-first' : 'day-first';
  const all = lines.flatMap((line) => datesInText(line.text, order, today).map((date) => ({ date, line })));
  // A document writes its years in one way.
  const isLong = all.some(({ date }) => !date.isShort);
  const dates = all
    .filter(({ date }) => !(isLong && date.isShort))
    .map(({ date, line }) => ({
      what: order === 'month-first' ? date.readings.slice(0, 1) : date.readings,
      box: line.boxOf(date.from, date.to),
    }));
  const labels = lines.flatMap(placedLabels);
  const meant = dates.map((date) => ({ ...date, meaning: nearestLabel(date.box, labels)?.what }));
  const labelled = meant.filter(({ meaning }) => meaning === 'expiry');
  if (labelled.length > 0) return { date: latest(labelled.flatMap(({ what }) => what)), isLabelled: true };
  const unlabelled = meant.filter(({ meaning }) => meaning === undefined).flatMap(({ what }) => what);
  return toldFromOthers(
    unlabelled,
    dates.map(({ what }) => what[0]!),
  );
}

function placedLabels(line: PrintedLine): Placed<DateMeaning>[] {
  return labelsIn(line.text).map(({ meaning, from, to }) => ({ what: meaning, box: line.boxOf(from, to) }));
}

/** The label that a date stands behind, else the one that it stands under. */
function nearestLabel(date: Box, labels: readonly Placed<DateMeaning>[]): Placed<DateMeaning> | undefined {
  const height = date.height;
  const before = labels
    .filter(({ box }) => Math.abs(centre(box).y - centre(date).y) < 0.8 * height && box.x < date.x)
    .map((label) => ({ label, gap: date.x - (label.box.x + label.box.width) }))
    .filter(({ gap }) => gap < MAX_LEFT * height);
  if (before.length > 0) return before.sort((a, b) => a.gap - b.gap)[0]!.label;
  const above = labels
    .filter(({ box }) => box.x < date.x + date.width && box.x + box.width > date.x - height)
    .map((label) => ({ label, gap: date.y - (label.box.y + label.box.height) }))
    .filter(({ gap }) => gap > -0.5 * height && gap < MAX_ABOVE * height);
  return above.sort((a, b) => a.gap - b.gap)[0]?.label;
}

function centre({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Birth, issue and expiry follow each other: with three dates or more, the last is the expiry when it fits the one before. */
function toldFromOthers(unlabelled: readonly string[], all: readonly string[]): PrintedExpiry | undefined {
  const days = [...new Set(all)].sort();
  const last = days.at(-1);
  const issued = days.at(-2);
  if (days.length < 3 || last === undefined || issued === undefined || !unlabelled.includes(last)) return undefined;
  const years = (Date.parse(last) - Date.parse(issued)) / (365.25 * 86_400_000);
  return years >= MIN_VALID_YEARS && years <= MAX_VALID_YEARS ? { date: last, isLabelled: false } : undefined;
}

function latest(days: readonly string[]): string {
  return [...days].sort().at(-1)!;
}
