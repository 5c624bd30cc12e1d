/** `npm run -s ask`: questions in, one answer out for each, in their order. Exit status: 0, or 2 on wrong usage. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { CommanderError } from 'commander';
import { type Answer, createFaqEngine, type FaqEngine, loadFaqModel, type Question } from '../../faq/index.ts';
import { answerText } from '../reply/answer-text.ts';
import { createTranslator, REFERENCE_LANGUAGE } from '../reply/i18n.ts';
import { type AskOptions, readAskOptions } from './ask-options.ts';
import { readQuestion } from './read-question.ts';

const LOCALES = new URL('../../../locales/', import.meta.url);
const MODEL = new URL('../../../dist/faq/model.bin', import.meta.url);
const EXIT_USAGE = 2;

const translator = createTranslator(LOCALES);

// The reader of a pipe may leave early, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main();

async function main(): Promise<number> {
  let options: AskOptions;
  try {
    options = readAskOptions(process.argv.slice(2), translator);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    throw error;
  }
  const t = translator.t(options.locale ?? 'en');
  if (!existsSync(MODEL)) {
    process.stderr.write(`${t('faq:terminal.noModel')}\n`);
    return EXIT_USAGE;
  }
  const engine = createFaqEngine(loadFaqModel(MODEL));
  if (options.question !== undefined) {
    respond(engine, { text: options.question }, options);
    return 0;
  }
  if (process.stdin.isTTY) process.stderr.write(`${t('faq:terminal.prompt')}\n`);
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) respond(engine, readQuestion(line), options);
  return 0;
}

function respond(engine: FaqEngine, question: Question, { json, locale }: AskOptions): void {
  const understood = engine.answer({ ...question, preferredLanguage: locale });
  // A language that is only understood is answered in English.
  const answer = { ...understood, language: translator.closest(understood.language) ?? REFERENCE_LANGUAGE };
  const text = answerText(translator.t(answer.language), answer);
  process.stdout.write(json ? `${answerJson(question.text, answer, text)}\n` : `${text}\n\n`);
}

/** One line of JSON; scores to three digits, as more would only look exact. */
function answerJson(text: string, { language, decision, topic, choices, score }: Answer, answer: string): string {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const rounded = choices.map((choice) => ({ topic: choice.topic, score: round(choice.score) }));
  return JSON.stringify({ text, language, decision, topic, choices: rounded, score: round(score), answer });
}
