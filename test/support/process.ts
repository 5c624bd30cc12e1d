import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process wrote and how it ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started process: what it has written so far, and its end. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves with the first match in standard output; rejects when the process ends without one. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Outcome>;
}

/** Starts a built file of dist/ with Node and only the given variables beside PATH. */
export function startBuilt(
  file: string,
  args: readonly string[] = [],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    /** A program with its options that runs Node as somebody else. */
    readonly as?: readonly string[];
  } = {},
): Running {
  const path = new URL(`../../dist/${file}`, import.meta.url).pathname;
  const [program = process.execPath, ...before] = [...(options.as ?? []), process.execPath];
  const child = spawn(program, [...before, path, ...args], {
    // What is kept goes to a place of its own, never into the project.
    env: { PATH: process.env.PATH, DATA_DIR: mkdtempSync(join(tmpdir(), 'retake-data-')), ...options.env },
    cwd: options.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Outcome>((resolve) => {
    child.on('close', (exitCode, signal) => resolve({ stdout, stderr, exitCode, signal }));
  });
  return {
    child,
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(stdout);
          if (match) resolve(match);
        };
        child.stdout.on('data', look);
        look();
        void ended.then((outcome) => reject(new Error(`Ended without ${pattern}: ${outcome.stdout}${outcome.stderr}`)));
      }),
  };
}

/** Runs a built file of dist/ to its end. */
export function runBuilt(...parameters: Parameters<typeof startBuilt>): Promise<Outcome> {
  return startBuilt(...parameters).ended;
}
