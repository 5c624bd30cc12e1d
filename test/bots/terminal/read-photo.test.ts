import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_READ_BYTES, readPhoto } from '../../../src/bots/terminal/read-photo.ts';

const directory = mkdtempSync(join(tmpdir(), 'read-'));

describe('readPhoto', () => {
  it('reads the whole file', async () => {
    writeFileSync(join(directory, 'a'), 'bytes');
    expect(Buffer.from((await readPhoto(join(directory, 'a'))) ?? []).toString()).toBe('bytes');
  });

  it('reads no more of a giant than its bound', async () => {
    writeFileSync(join(directory, 'giant'), '');
    truncateSync(join(directory, 'giant'), MAX_READ_BYTES * 4);
    expect((await readPhoto(join(directory, 'giant')))?.byteLength).toBe(MAX_READ_BYTES);
  });

  it('has nothing for a directory or a file that is gone', async () => {
    expect(await readPhoto(directory)).toBeUndefined();
    expect(await readPhoto(join(directory, 'gone'))).toBeUndefined();
  });
});
