import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { photoJpeg } from '../../support/photos.ts';
import { runBuilt } from '../../support/process.ts';

const CHECK = 'bots/terminal/check.js';
let directory: string;
const path = (name: string) => join(directory, name);

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'check-'));
  writeFileSync(path('1-photo.jpg'), await photoJpeg());
  writeFileSync(path('2-empty.jpg'), '');
  writeFileSync(path('3-text.jpg'), 'this is no photo');
  writeFileSync(path('4-renamed.png'), await photoJpeg(800, 600, 2));
  writeFileSync(path('manifest.jsonl'), '{}');
});

const jsonLines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('check', () => {
  it('prints one JSON line per photo of a directory, in order, and one bad file never stops the rest', async () => {
    const { stdout, stderr, exitCode } = await runBuilt(CHECK, ['--json', directory]);
    const lines = jsonLines(stdout);
    expect(lines.map(({ file }) => file)).toEqual(
      ['1-photo.jpg', '2-empty.jpg', '3-text.jpg', '4-renamed.png'].map(path),
    );
    expect(lines[1]).toMatchObject({ verdict: 'retake', findings: [{ code: 'unreadable-file', severity: 'blocker' }] });
    expect(lines[2].verdict).toBe('retake');
    expect(lines[3].findings.map(({ code }: { code: string }) => code)).toContain('wrong-extension');
    expect(exitCode).toBe(1);
    expect(stderr).toBe('');
  });

  it('has the keys of the contract in their order', async () => {
    const { stdout } = await runBuilt(CHECK, ['--json', '--all', path('1-photo.jpg')]);
    expect(Object.keys(jsonLines(stdout)[0])).toEqual([
      'file',
      'as',
      'verdict',
      'findings',
      'document',
      'faces',
      'rotation',
      'timings_ms',
    ]);
  });

  it('judges as it is told', async () => {
    const { stdout } = await runBuilt(CHECK, ['--json', '--as', 'selfie', path('1-photo.jpg')]);
    expect(jsonLines(stdout)[0].as).toBe('selfie');
  });

  it('writes plain advice in the language asked for, without colours or progress when no one watches', async () => {
    const { stdout, stderr } = await runBuilt(CHECK, ['--locale', 'es', path('2-empty.jpg'), path('3-text.jpg')], {
      env: { FORCE_COLOR: '' },
    });
    expect(stdout).toContain('hay que repetirla');
    expect(stdout).toContain('El archivo no se abre');
    expect(stdout).not.toContain(String.fromCharCode(27));
    expect(stderr).toBe('');
  });

  it('takes a missing file among others as one that does not open, and says so', async () => {
    const { stdout, stderr, exitCode } = await runBuilt(CHECK, ['--json', path('gone.jpg'), path('1-photo.jpg')]);
    const lines = jsonLines(stdout);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ file: path('gone.jpg'), findings: [{ code: 'unreadable-file' }] });
    expect(stderr).toContain('No such file or directory');
    expect(exitCode).toBe(1);
  });

  it.each([
    ['nothing to look at', []],
    ['only a missing file', ['/no/such/photo.jpg']],
    ['an unknown kind', ['--as', 'passport', '/dev/null']],
    ['a day that does not exist', ['--today', '2025-02-30', '/dev/null']],
    ['an unknown option', ['--sharpen', '/dev/null']],
    ['a language without texts', ['--locale', 'xx', '/dev/null']],
  ])('ends with 2 and a message on %s', async (_what, args) => {
    const { stdout, stderr, exitCode } = await runBuilt(CHECK, args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.length).toBeGreaterThan(10);
    expect(stderr).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('ends with 2 when a directory holds no photo', async () => {
    const { exitCode } = await runBuilt(CHECK, [mkdtempSync(join(tmpdir(), 'empty-'))]);
    expect(exitCode).toBe(2);
  });

  it('explains itself with examples', async () => {
    const { stdout, exitCode } = await runBuilt(CHECK, ['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/npm run -s check -- .*\n/);
  });

  it('writes pictures only where it is told to, without overwriting one with another of the same name', async () => {
    const replies = path('replies-of-this-test');
    const before = readdirSync(directory);
    await runBuilt(CHECK, ['--json', path('1-photo.jpg')]);
    expect(readdirSync(directory)).toEqual(before);
    await runBuilt(CHECK, [
      '--json',
      '--picture',
      replies,
      path('1-photo.jpg'),
      path('1-photo.jpg'),
      path('2-empty.jpg'),
    ]);
    expect(readdirSync(replies)).toEqual(['1-photo.jpg.2.retake.jpg', '1-photo.jpg.retake.jpg']);
    const { format } = await sharp(readFileSync(join(replies, '1-photo.jpg.retake.jpg'))).metadata();
    expect(format).toBe('jpeg');
  });

  it('ends with 2 when the pictures cannot be written there', async () => {
    const { exitCode } = await runBuilt(CHECK, ['--picture', path('1-photo.jpg'), path('1-photo.jpg')]);
    expect(exitCode).toBe(2);
    expect(existsSync(path('1-photo.jpg'))).toBe(true);
  });
});
