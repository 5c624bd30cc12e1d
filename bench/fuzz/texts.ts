import { lookalikes, resemblesStaff, SettingError } from '../../src/bots/community/index.ts';
import { readSettingsFile } from '../../src/bots/community/settings-file.ts';
import { readAction } from '../../src/bots/conversation/button-action.ts';
import { createFaqEngine, decodeRejection, loadFaqModel } from '../../src/faq/index.ts';
import type { Random } from '../specimens/random.ts';
import { randomFrom } from '../specimens/random.ts';

const MODEL = new URL('../../dist/faq/model.bin', import.meta.url);
/** A text that takes longer hangs: people wait for nothing else meanwhile. */
export const TEXT_BOUND_MS = 500;

/** What came of all texts. */
export interface TextsResult {
  readonly cases: number;
  readonly crashes: readonly string[];
  readonly hangs: readonly string[];
  readonly slowestMs: number;
}

const PIECES: readonly ((random: Random) => string)[] = [
  // Any character of any plane, unassigned and private ones included; halves of pairs too.
  (random) => String.fromCodePoint(random.whole(0, 0x10ffff)),
  (random) => String.fromCharCode(random.whole(0xd800, 0xdfff)),
  (random) => String.fromCharCode(random.whole(0, 31)),
  (random) => String.fromCharCode(random.whole(32, 126)).repeat(random.whole(1, 40)),
  (random) => `a${String.fromCodePoint(random.whole(0x300, 0x36f)).repeat(random.whole(1, 60))}`,
  (random) => random.pick(['\u202e', '\u2066', '\u200d', '\ufeff', '\u0000', '👩‍👩‍👧‍👦', '🇩🇪', 'ﷺ', '\n', '\t', ' ']),
  (random) =>
    random.pick([
      'photo',
      'rejected',
      'паспорт',
      '护照',
      'وثيقة',
      'https://',
      'example.com',
      '<b>',
      '{{x}}',
      '$(x)',
      '&a [*a]',
    ]),
  (random) => String(random.whole(0, 1e15)),
  (random) =>
    random.pick([
      'P<UTOERIKSSON<<ANNA<MARIA<<<',
      'retake:set:',
      'why:',
      '- a: &a',
      'facts:',
      '__proto__',
      'constructor',
    ]),
];

/** Puts so many random texts through everything that reads texts. */
export function fuzzTexts(seed: number, count: number, onProgress: (done: number) => void): TextsResult {
  const engine = createFaqEngine(loadFaqModel(MODEL));
  const readers: Readonly<Record<string, (text: string, before: string) => unknown>> = {
    answer: (text, before) => engine.answer({ text, context: before, preferredLanguage: 'en' }),
    redact: (text) => engine.redact(text),
    lookalikes: (text) => lookalikes(text.slice(0, 4000), ['https://example.com']),
    resemblesStaff: (text) => resemblesStaff(text.slice(0, 100), ['Acme Support', 'Moderator']),
    decodeRejection: (text) => decodeRejection(text.slice(0, 2000)),
    readAction: (text) => readAction(text),
    settings: (text) => {
      try {
        readSettingsFile(text.slice(0, 100_000));
      } catch (error) {
        // That is how it says no.
        if (!(error instanceof SettingError)) throw error;
      }
    },
  };
  const crashes: string[] = [];
  const hangs: string[] = [];
  let slowestMs = 0;
  let before = '';
  for (let index = 0; index < count; index++) {
    const text = randomText(randomFrom(seed * 1_000_003 + index), index);
    for (const [name, read] of Object.entries(readers)) {
      const startMs = performance.now();
      try {
        read(text, before);
      } catch (error) {
        crashes.push(`${index} ${name}: ${error instanceof Error ? error.message : 'not an error'}`);
      }
      const ms = performance.now() - startMs;
      slowestMs = Math.max(slowestMs, ms);
      if (ms > TEXT_BOUND_MS) hangs.push(`${index} ${name}: ${Math.round(ms)} ms`);
    }
    before = text;
    if (index % 10_000 === 0) onProgress(index);
  }
  return { cases: count, crashes, hangs, slowestMs };
}

/** Mostly short; one in five hundred is as long as an upload may be. */
function randomText(random: Random, index: number): string {
  const pieces = index % 500 === 0 ? 20_000 : random.whole(0, 40);
  return Array.from({ length: pieces }, () => random.pick(PIECES)(random)).join('');
}
