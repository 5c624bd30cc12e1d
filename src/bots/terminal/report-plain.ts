import { styleText } from 'node:util';
import type { Report } from '../../analysis/index.ts';
import type { Paragraph, Tone } from '../platform.ts';
import type { Translate } from '../reply/i18n.ts';
import { reportParagraphs, VERDICT_TONES } from '../reply/report-text.ts';

const TONE_STYLES: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  good: 'green',
  caution: 'yellow',
  bad: 'red',
  plain: 'dim',
};

/** How a report is written for people. */
export interface PlainOptions {
  readonly t: Translate;
  readonly hasColours: boolean;
  /** Characters of a line. */
  readonly widthChars: number;
}

/** A report as lines for a terminal, led by the file and its verdict; readable without colours. */
export function reportPlain(file: string, report: Report, { t, hasColours, widthChars }: PlainOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    hasColours ? styleText(style, text, { validateStream: false }) : text;
  const verdict = paint(TONE_STYLES[VERDICT_TONES[report.verdict]], t(`chat:check.verdicts.${report.verdict}`));
  const lines = reportParagraphs(t, report).flatMap((paragraph) => paragraphLines(paragraph, paint, widthChars));
  return [`${paint('bold', file)}  ${verdict}`, ...lines, ''].join('\n');
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

function paragraphLines(paragraph: Paragraph, paint: Paint, widthChars: number): readonly string[] {
  if (paragraph.kind === 'item') {
    const measured = paragraph.measured === undefined ? '' : ` (${paragraph.measured})`;
    const number = `${paragraph.number}.`.padStart(4);
    return [
      `${number} ${paint(TONE_STYLES[paragraph.tone], paragraph.title)}${measured}`,
      ...wrap(paragraph.text, widthChars - 5).map((line) => `     ${line}`),
    ];
  }
  const lines = wrap(paragraph.text, widthChars - 2).map((line) => `  ${line}`);
  return paragraph.kind === 'note' ? lines.map((line) => paint('dim', line)) : lines;
}

/** Breaks between words; a longer word stays whole. */
function wrap(text: string, widthChars: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > widthChars) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
