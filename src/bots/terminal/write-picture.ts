import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A name for the reply picture of each photo, in their order: `card.jpg.retake.jpg`; a second `card.jpg` gets a number. */
export function pictureNames(photoPaths: readonly string[]): readonly string[] {
  const timesUsed = new Map<string, number>();
  return photoPaths.map((path) => {
    const name = basename(path);
    const times = (timesUsed.get(name) ?? 0) + 1;
    timesUsed.set(name, times);
    return `${name}${times > 1 ? `.${times}` : ''}.retake.jpg`;
  });
}

/** Writes a reply picture where the person asked for it: the only file that Retake writes of its own accord. */
export async function writePicture(directory: string, name: string, jpeg: Uint8Array): Promise<void> {
  await writeFile(join(directory, name), jpeg);
}
