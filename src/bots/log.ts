import { type DestinationStream, pino } from 'pino';
import { LOGGED_FIELDS } from './privacy.ts';

/** Levels of pino; `silent` writes nothing. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What may be said of something that happened: codes, durations and a locale, never anything that a person sent. */
export interface LogEvent {
  readonly event: string;
  readonly platform?: string | undefined;
  readonly locale?: string | undefined;
  readonly decision?: string | undefined;
  readonly topic?: string | undefined;
  readonly verdict?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly status?: number | undefined;
  readonly durationMs?: number | undefined;
  /** Only its class, its code and the place in our own source are written, never its message. */
  readonly error?: unknown;
}

/** Writes one line, or none when the level is below the log's. */
export interface Log {
  info(event: LogEvent): void;
  warn(event: LogEvent): void;
  error(event: LogEvent): void;
}

/** A log that writes JSON lines to `destination`, by default standard error; every line passes through the one whitelist. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(process.stderr.fd)): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event) => logger.info(allowedFields(event)),
    warn: (event) => logger.warn(allowedFields(event)),
    error: (event) => logger.error(allowedFields(event)),
  };
}

/** The only way into a log line: the fields of LOGGED_FIELDS, and of those only values of the right shape. */
export function allowedFields(event: LogEvent): Record<string, unknown> {
  const offered: Record<string, unknown> = { ...event, ...errorFields(event.error) };
  const allowed: Record<string, unknown> = {};
  for (const [field, shape] of Object.entries(LOGGED_FIELDS)) {
    const value = allowedValue(offered[field], shape);
    if (value !== undefined) allowed[field] = value;
  }
  return allowed;
}

/** No event has more findings than there are checks. */
const MAX_CODES = 60;

function allowedValue(value: unknown, shape: RegExp | 'number'): unknown {
  if (shape === 'number') return Number.isFinite(value) ? Math.round(Number(value)) : undefined;
  if (typeof value === 'string') return shape.test(value) ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  return value.filter((entry) => typeof entry === 'string' && shape.test(entry)).slice(0, MAX_CODES);
}

function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  const { name, message, stack = '' } = error;
  // A stack starts with the message, which may hold anything; only frames of our own code are looked at, after it.
  const frames = stack.slice(stack.indexOf(message) + message.length);
  const place = /^ +at (?!.*node_modules).*\/(?:src|dist)\/(?:.*\/)?([a-z.-]+):(\d+):\d+\)?$/m.exec(frames);
  return {
    errorName: name,
    errorCode: 'code' in error ? error.code : undefined,
    errorAt: place ? `${place[1]}:${place[2]}` : undefined,
  };
}
