import { describe, expect, it } from 'vitest';
import { allowedFields, createLog, type LogEvent } from '../../src/bots/log.ts';

/** Things that people send and that must never be written. */
const PRIVATE = [
  'Maria Olivia',
  'passport_maria.jpg',
  'L898902C36UTO7408122F1204159',
  '+34 600 123 456',
  'a@b.example',
  '88442211',
  'Maria',
  'MARIA',
];

function smuggle(value: unknown): LogEvent {
  return {
    event: value,
    platform: value,
    locale: value,
    topic: value,
    verdict: value,
    codes: [value],
    text: value,
    userId: value,
    fileName: value,
    nested: { value },
  } as unknown as LogEvent;
}

describe('allowedFields', () => {
  it('keeps codes, numbers and locales', () => {
    const event = {
      event: 'photo',
      platform: 'web',
      locale: 'es-MX',
      verdict: 'retake',
      codes: ['blur', 'low-resolution'],
      durationMs: 12.4,
    };
    expect(allowedFields(event)).toEqual({ ...event, durationMs: 12 });
  });

  it('drops fields that are not on the list, whatever they hold', () => {
    expect(allowedFields({ event: 'photo', userId: 7, name: 'ok' } as LogEvent)).toEqual({ event: 'photo' });
  });

  it.each(PRIVATE)('lets %j through in no field', (value) => {
    expect(JSON.stringify(allowedFields(smuggle(value)))).not.toContain(value);
  });

  it('takes no objects, so nothing hides in toJSON or getters', () => {
    const sly = { toJSON: () => 'Maria Olivia', toString: () => 'blur' };
    expect(allowedFields(smuggle(sly))).toEqual({ codes: [] });
  });

  it('writes of an error its class and its code, not its message, and no place outside our own code', () => {
    const error = Object.assign(new TypeError('cannot read passport_maria.jpg of Maria Olivia'), { code: 'ENOENT' });
    const fields = allowedFields({ event: 'failed', error });
    expect(fields).toMatchObject({ errorName: 'TypeError', errorCode: 'ENOENT' });
    expect(fields.errorAt).toBeUndefined();
    expect(JSON.stringify(fields)).not.toMatch(/maria/i);
  });

  it('tells the place of an error in our own files', () => {
    const error = new Error('secret');
    error.stack =
      'Error: secret\n    at x (file:///app/node_modules/y/dist/chunk.js:3:1)\n    at run (file:///app/dist/bots/web/server.js:31:7)';
    expect(allowedFields({ event: 'failed', error }).errorAt).toBe('server.js:31');
  });

  it('does not take a message for the place of an error', () => {
    const error = new Error('x\n    at /src/maria-olivia.js:1:1\n secret');
    expect(JSON.stringify(allowedFields({ event: 'failed', error }))).not.toContain('maria');
  });
});

describe('createLog', () => {
  it('writes one JSON line without host name or process id', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    log.info({ event: 'photo', platform: 'web' });
    expect(lines).toHaveLength(1);
    expect(Object.keys(JSON.parse(lines[0] as string)).sort()).toEqual(['event', 'level', 'platform', 'time']);
  });

  it('is silent below its level', () => {
    const lines: string[] = [];
    const log = createLog('error', { write: (line) => lines.push(line) });
    log.info({ event: 'photo' });
    log.warn({ event: 'photo' });
    expect(lines).toEqual([]);
    log.error({ event: 'photo' });
    expect(lines).toHaveLength(1);
  });
});
