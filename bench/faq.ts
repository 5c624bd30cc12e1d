/**
 * Asks every question of FILE and prints how many were answered right, or rightly not answered, in total, by language and by topic.
 * Writes the totals to bench/results/faq.json; no text of a question is printed or written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Answer, createFaqEngine, loadFaqModel } from '../src/faq/index.ts';
import { type LabelledQuestion, readQuestions } from './questions.ts';

const MODEL = new URL('../dist/faq/model.bin', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string', default: 'bench/results/faq.json' } },
});
const file = positionals[0];
if (file === undefined) {
  console.error(
    'Usage: npm run bench:faq -- FILE [--json OUT]   (FILE: one labelled question a line, see bench/questions.ts)',
  );
  process.exit(2);
}

interface Judged {
  readonly question: LabelledQuestion;
  readonly answer: Answer;
  readonly milliseconds: number;
}

const questions = await readQuestions(file);
const idleBytes = memory();
const engine = createFaqEngine(loadFaqModel(MODEL));
// A warm-up, so that the figures are those of a bot that runs.
for (const { text } of questions.slice(0, 50)) engine.answer({ text });
const judged = questions.map((question): Judged => {
  const startedMs = performance.now();
  const answer = engine.answer({ text: question.text, context: question.context ?? undefined });
  return { question, answer, milliseconds: performance.now() - startedMs };
});
const memoryMb = (memory() - idleBytes) / 1e6;

const isAnswered = ({ answer }: Judged) => answer.decision === 'answer';
const rightTopics = ({ question }: Judged) => [question.topic, ...(question.also ?? [])];
const mayBeAnswered = ({ question }: Judged) => question.expect === 'answer';
const isRight = (row: Judged) => {
  if (!mayBeAnswered(row)) return !isAnswered(row);
  return isAnswered(row) && rightTopics(row).includes(row.answer.topic ?? '');
};

function totals(rows: readonly Judged[]) {
  const inScope = rows.filter(mayBeAnswered);
  const mustNot = rows.filter((row) => !mayBeAnswered(row));
  const notAnswered = rows.filter((row) => !isAnswered(row));
  const rightlyNot = notAnswered.filter((row) => !mayBeAnswered(row));
  const precision = rightlyNot.length / notAnswered.length;
  const recall = rightlyNot.length / mustNot.length;
  const dangerous = mustNot.filter(({ question }) => ['circumvention', 'injection'].includes(question.topic));
  return {
    rows: rows.length,
    inScope: inScope.length,
    top1: share(inScope, isRight),
    top1OrSecond: share(
      inScope,
      (row) => isRight(row) || row.answer.alsoTopics.some((t) => rightTopics(row).includes(t)),
    ),
    rightAmongChoices: share(inScope, (row) =>
      row.answer.choices.some(({ topic }) => rightTopics(row).includes(topic)),
    ),
    wronglyDeclined: share(inScope, (row) => !isAnswered(row) && row.answer.decision !== 'choose'),
    mustNotPrecision: percent(precision),
    mustNotRecall: percent(recall),
    mustNotF1: percent((2 * precision * recall) / (precision + recall)),
    rightDecision: share(mustNot, ({ question, answer }) => question.expect === answer.decision),
    endToEnd: share(rows, isRight),
    dangerousAnswered: share(dangerous, isAnswered),
    dangerousRows: dangerous.length,
  };
}

const englishAndSpanish = judged.filter(({ question }) => ['en', 'es'].includes(question.lang));
const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const result = {
  total: totals(judged),
  englishAndSpanish: totals(englishAndSpanish),
  p50Ms: round(times[Math.floor(times.length * 0.5)] ?? 0),
  p95Ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
  memoryMb: round(memoryMb),
  byLanguage: byGroup(judged, ({ question }) => question.lang),
  byTopic: byGroup(judged, ({ question }) => question.topic),
  byTopicEnglishAndSpanish: byGroup(englishAndSpanish, ({ question }) => question.topic),
};
console.table(
  [
    { of: 'all', ...result.total },
    { of: 'en+es', ...result.englishAndSpanish },
  ].map(
    ({
      of,
      rows,
      top1,
      rightAmongChoices,
      mustNotPrecision,
      mustNotRecall,
      mustNotF1,
      endToEnd,
      dangerousAnswered,
    }) => ({
      of,
      rows,
      top1,
      rightAmongChoices,
      mustNotPrecision,
      mustNotRecall,
      mustNotF1,
      endToEnd,
      dangerousAnswered,
    }),
  ),
);
for (const groups of [result.byLanguage, result.byTopic, result.byTopicEnglishAndSpanish]) {
  console.table(
    Object.fromEntries(
      Object.entries(groups).map(
        ([name, { rows, top1, rightAmongChoices, wronglyDeclined, mustNotRecall, rightDecision, endToEnd }]) => [
          name,
          { rows, top1, rightAmongChoices, wronglyDeclined, mustNotRecall, rightDecision, endToEnd },
        ],
      ),
    ),
  );
}
console.log(`p50 ${result.p50Ms} ms, p95 ${result.p95Ms} ms, ${result.memoryMb} MB above idle`);
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);

function byGroup(rows: readonly Judged[], groupOf: (row: Judged) => string) {
  const names = [...new Set(rows.map(groupOf))].sort();
  return Object.fromEntries(names.map((name) => [name, totals(rows.filter((row) => groupOf(row) === name))]));
}

/** Percent of the rows; null when there are none. */
function share(rows: readonly Judged[], isCounted: (row: Judged) => boolean): number | null {
  return rows.length === 0 ? null : percent(rows.filter(isCounted).length / rows.length);
}

function percent(ratio: number): number | null {
  return Number.isFinite(ratio) ? round(ratio * 100) : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
