import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG_VARIABLES, ConfigError, readConfig } from '../../src/bots/config.ts';
import { english } from '../support/locales.ts';

function problemsOf(variables: Record<string, string>) {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('needs nothing: an empty environment serves the page on loopback', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ HOST: '127.0.0.1', LOG_LEVEL: 'info', DEFAULT_LOCALE: 'en', ROLE: 'all' });
    expect(config.PORT).toBeUndefined();
    expect(config.DISCORD_TOKEN).toBeUndefined();
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DISCORD_TOKEN: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  it('turns PORT into a number, both ends included', () => {
    expect(readConfig({ PORT: '0' }).PORT).toBe(0);
    expect(readConfig({ PORT: '65535' }).PORT).toBe(65_535);
    expect(problemsOf({ PORT: '65536' })).toEqual([{ variable: 'PORT', expected: 'port' }]);
    expect(problemsOf({ PORT: '-1' })).toEqual([{ variable: 'PORT', expected: 'port' }]);
    expect(problemsOf({ PORT: '80a' })).toEqual([{ variable: 'PORT', expected: 'port' }]);
  });

  it('takes a webhook only with its secret', () => {
    const url = { TELEGRAM_WEBHOOK_URL: 'https://bot.example/telegram' };
    expect(problemsOf(url)).toEqual([{ variable: 'TELEGRAM_WEBHOOK_URL', expected: 'webhook-pair' }]);
    expect(problemsOf({ ...url, TELEGRAM_WEBHOOK_SECRET: 'word' })).toEqual([]);
    expect(english('chat:config.expected.webhook-pair')).toContain('TELEGRAM_WEBHOOK_SECRET');
  });

  const wrong: Record<string, string> = {
    DISCORD_TOKEN: 'two words',
    DISCORD_API_URL: 'ftp://example.org',
    TELEGRAM_TOKEN: 'no-colon',
    TELEGRAM_API_ROOT: 'localhost',
    TELEGRAM_WEBHOOK_URL: 'not an address',
    TELEGRAM_WEBHOOK_SECRET: 'ü',
    PORT: 'eighty',
    HOST: 'a b',
    DATABASE_URL: 'mysql://localhost/x',
    REDIS_URL: 'http://localhost',
    LOG_LEVEL: 'loud',
    DEFAULT_LOCALE: 'English',
    ROLE: 'boss',
  };
  it.each(Object.entries(wrong))(
    'names %s when its value is not usable, and says what is expected',
    (variable, value) => {
      const problems = problemsOf({ [variable]: value });
      expect(problems).toHaveLength(1);
      expect(problems[0]?.variable).toBe(variable);
      expect(english(`chat:config.expected.${problems[0]?.expected}`, { defaultValue: '' })).not.toBe('');
    },
  );

  it('reports every wrong variable at once and never repeats a value', () => {
    const secret = 'my secret token';
    expect(problemsOf({ DISCORD_TOKEN: secret, PORT: 'x' })).toHaveLength(2);
    expect(() => readConfig({ DISCORD_TOKEN: secret })).toThrowError(expect.not.stringContaining(secret));
  });

  it('takes secrets from files, and says which file is missing or one too many, but never what one holds', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'secret-')), 'token');
    writeFileSync(file, '42:hush\n');
    expect(readConfig({ TELEGRAM_TOKEN_FILE: file }).TELEGRAM_TOKEN).toBe('42:hush');
    expect(problemsOf({ TELEGRAM_TOKEN_FILE: file, TELEGRAM_TOKEN: '1:x' })).toEqual([
      { variable: 'TELEGRAM_TOKEN_FILE', expected: 'file-or-value' },
    ]);
    expect(problemsOf({ DISCORD_TOKEN_FILE: `${file}.not` })).toEqual([
      { variable: 'DISCORD_TOKEN_FILE', expected: 'secret-file' },
    ]);
    writeFileSync(file, 'no colon');
    expect(() => readConfig({ TELEGRAM_TOKEN_FILE: file })).toThrowError(expect.not.stringContaining('no colon'));
    for (const name of ['secret-file', 'file-or-value', 'needs-redis'])
      expect(english(`chat:config.expected.${name}`, { defaultValue: '' })).not.toBe('');
  });

  it('lets bots and workers meet in Redis only', () => {
    expect(problemsOf({ ROLE: 'worker' })).toEqual([{ variable: 'ROLE', expected: 'needs-redis' }]);
    expect(problemsOf({ ROLE: 'bot', REDIS_URL: 'redis://127.0.0.1' })).toEqual([]);
  });

  it('has every variable in .env.example, commented out', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    for (const variable of CONFIG_VARIABLES) expect(example).toMatch(new RegExp(`^#${variable}=`, 'm'));
    expect(example).not.toMatch(/^[^#\n]/m);
  });
});
