/** A line on a terminal that overwrites itself; on anything else nothing is written. */
export interface Progress {
  show(line: string): void;
  /** Removes the line, so that output can follow. */
  clear(): void;
}

/** Writes to `stream` only when a person watches it. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const write = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
  };
  return { show: write, clear: () => write('') };
}
