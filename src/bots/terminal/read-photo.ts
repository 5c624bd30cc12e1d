import { open } from 'node:fs/promises';

/** More than this of a file is never read: far above what any check takes, far below what hurts. */
export const MAX_READ_BYTES = 200_000_000;

/** The bytes of a file, of a longer one its beginning; undefined when it cannot be read. */
export async function readPhoto(path: string): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      const bytes = new Uint8Array(Math.min(size, MAX_READ_BYTES));
      const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    // A directory, a socket, no permission: for the reader it is a file that does not open, and that is a finding.
    return undefined;
  }
}
