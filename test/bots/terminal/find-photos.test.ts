import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPhotos } from '../../../src/bots/terminal/find-photos.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'photos-'));
  mkdirSync(join(directory, 'b', 'deep'), { recursive: true });
  const names = [
    'c.jpg',
    'a.jpg',
    'noending',
    'README',
    'readme.txt',
    'list.jsonl',
    'x.json',
    'notes.md',
    '.hidden.jpg',
  ];
  for (const name of [...names, 'b/2.png', 'b/1.png', 'b/deep/0.heic']) writeFileSync(join(directory, name), '');
  symlinkSync(directory, join(directory, 'circle'));
  symlinkSync(join(directory, 'a.jpg'), join(directory, 'link.jpg'));
});
const inside = (...names: string[]) => names.map((name) => join(directory, name));

describe('findPhotos', () => {
  it('finds everything below a directory, sorted by name, whatever the ending, without descriptions and hidden files', async () => {
    const { files, missing } = await findPhotos([directory]);
    expect(files).toEqual(inside('a.jpg', 'b/1.png', 'b/2.png', 'b/deep/0.heic', 'c.jpg', 'link.jpg', 'noending'));
    expect(missing).toEqual([]);
  });

  it('keeps the order of the arguments and judges what is named, even a file that a directory would skip', async () => {
    const named = inside('c.jpg', 'notes.md', 'a.jpg');
    expect((await findPhotos(named)).files).toEqual(named);
  });

  it('tells which arguments name nothing and keeps their place', async () => {
    const named = inside('c.jpg', 'gone.jpg');
    expect(await findPhotos(named)).toEqual({ files: named, missing: inside('gone.jpg') });
  });
});
