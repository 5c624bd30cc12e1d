import { type ChildProcess, fork } from 'node:child_process';
import type { DecodeOutcome } from './decode-process.ts';

/** A file that takes longer hangs; the product's own limit for a whole analysis is above it. */
export const FILE_BOUND_MS = 20_000;

/** What came of all files. */
export interface FilesResult {
  readonly cases: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly crashes: readonly string[];
  readonly hangs: readonly string[];
  readonly slowestMs: number;
  readonly slowest: string;
  /** Memory of the process that decodes: least-squares slope over the later half, MB in a thousand files. */
  readonly megabytesPerThousand: number;
}

/** Decodes so many changed files in processes that are started again when one ends them. */
export async function fuzzFiles(seed: number, count: number, onProgress: (done: number) => void): Promise<FilesResult> {
  const outcomes: Record<string, number> = {};
  const crashes: string[] = [];
  const hangs: string[] = [];
  const memory: [index: number, megabytes: number][] = [];
  let slowest = { ms: 0, what: '' };
  let next = 0;
  while (next < count) {
    const child = fork(new URL('./decode-process.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    child.send({ seed, from: next, to: count });
    const end = await follow(child, (outcome) => {
      next = outcome.index + 1;
      outcomes[outcome.outcome] = (outcomes[outcome.outcome] ?? 0) + 1;
      if (outcome.ms > slowest.ms) slowest = { ms: outcome.ms, what: `${outcome.index} ${outcome.how}` };
      if (outcome.index % 50 === 0) memory.push([outcome.index, outcome.rssMegabytes]);
      if (outcome.index % 1000 === 0) onProgress(outcome.index);
    });
    if (end === undefined) break;
    (end.isHang ? hangs : crashes).push(end.what);
    next = end.index + 1;
  }
  const { ms: slowestMs, what } = slowest;
  const later = memory.slice(Math.floor(memory.length / 2));
  return {
    cases: count,
    outcomes,
    crashes,
    hangs,
    slowestMs,
    slowest: what,
    megabytesPerThousand: 1000 * slope(later),
  };
}

/** Resolves with the case over which the process ended or hung; undefined when it did all. */
function follow(
  child: ChildProcess,
  onOutcome: (outcome: DecodeOutcome) => void,
): Promise<{ readonly index: number; readonly what: string; readonly isHang: boolean } | undefined> {
  return new Promise((resolve) => {
    let running = { index: 0, how: '' };
    let isHang = false;
    const watch = setTimeout(() => {
      isHang = true;
      child.kill('SIGKILL');
    }, FILE_BOUND_MS);
    child.on('message', (message: DecodeOutcome) => {
      watch.refresh();
      if (message.outcome === undefined) running = message;
      else onOutcome(message);
    });
    child.on('exit', (code) => {
      clearTimeout(watch);
      resolve(code === 0 ? undefined : { index: running.index, what: `${running.index} ${running.how}`, isHang });
    });
  });
}

/** Of the least-squares line through points. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [x, y] = [mean(points.map(([a]) => a)), mean(points.map(([, b]) => b))];
  const [covariance, variance] = points.reduce(([c, v], [a, b]) => [c + (a - x) * (b - y), v + (a - x) ** 2], [0, 0]);
  return variance === 0 ? 0 : covariance! / variance!;
}
