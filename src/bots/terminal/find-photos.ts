import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What directories hold beside photos: descriptions and lists. Everything else is judged, whatever its name says. */
const NOT_PHOTOS = /^(?:\..*|readme.*|.*\.(?:md|json|jsonl))$/i;

/** The photos that the arguments name, and the arguments that name nothing. */
export interface FoundPhotos {
  readonly files: readonly string[];
  readonly missing: readonly string[];
}

/** Files as they are named; directories as everything below them, sorted by name. A missing argument keeps its place in `files`. */
export async function findPhotos(paths: readonly string[]): Promise<FoundPhotos> {
  const files: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const status = await stat(path).catch(() => undefined);
    if (status?.isDirectory()) files.push(...(await photosBelow(path)));
    else files.push(path);
    if (status === undefined) missing.push(path);
  }
  return { files, missing };
}

/** Links to directories are not followed: they may lead in circles. */
async function photosBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const photos: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_PHOTOS.test(entry.name)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) photos.push(...(await photosBelow(path)));
    else if (await leadsToFile(path)) photos.push(path);
  }
  return photos;
}

async function leadsToFile(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isFile() ?? false;
}
