import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ASK = fileURLToPath(new URL('../../../dist/bots/terminal/ask.js', import.meta.url));
const ask = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [ASK, ...args], { input, encoding: 'utf8' });
const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('ask', () => {
  it('answers one question with one line of JSON that has just the agreed fields', () => {
    const { stdout, status } = ask(['--json', 'how long does verification take?']);
    expect(status).toBe(0);
    const [answer, ...rest] = lines(stdout);
    expect(rest).toEqual([]);
    expect(Object.keys(answer)).toEqual(['text', 'language', 'decision', 'topic', 'choices', 'score', 'answer']);
    expect(answer).toMatchObject({
      text: 'how long does verification take?',
      language: 'en',
      topic: 'turnaround_time',
    });
  });
  it('answers each line of its input in order, blank ones and broken JSON too', () => {
    const input = ['is my passport ok', '', '{"text": broken', '{"text":"gracias por la ayuda"}', '{"other":1}'].join(
      '\n',
    );
    const { stdout, status } = ask(['--json'], input);
    expect(status).toBe(0);
    expect(lines(stdout).map(({ text }) => text)).toEqual([
      'is my passport ok',
      '',
      '{"text": broken',
      'gracias por la ayuda',
      '{"other":1}',
    ]);
  });
  it('reads the context of a line', () => {
    const question = { text: 'and a driving licence?', context: 'can I use my passport for the verification?' };
    expect(lines(ask(['--json'], JSON.stringify(question)).stdout)[0].topic).toBe('accepted_documents');
  });
  it('answers in the language that is asked for', () => {
    const [answer] = lines(ask(['--json', '--locale', 'es', 'how long does it take']).stdout);
    expect(answer.language).toBe('es');
    expect(answer.answer).toContain('verificaciones');
  });
  it('prints readable text without --json', () => {
    const { stdout } = ask(['is', 'a', 'blurry', 'photo', 'ok?']);
    expect(stdout).toContain('1. Wipe the lens');
    expect(stdout).not.toContain('{');
  });
  it('explains itself, and says which languages there are', () => {
    expect(ask(['--help']).stdout).toContain('--locale <xx>');
    const wrong = ask(['--locale', 'xx', 'hi']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('en, es');
  });
});
