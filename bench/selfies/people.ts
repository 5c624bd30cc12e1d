import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/analysis/index.ts';
import type { Person } from '../composites/held.ts';
import { readManifest } from '../manifest.ts';

/** A photo of a person that may be used by everyone; see test/fixtures/NOTICE.md. */
const FIXTURE = new URL('../../test/fixtures/astronaut.jpg', import.meta.url);
/** Smaller faces would be enlarged too much. */
const MIN_FACE_PX = 90;

/** The people who hold documents: the fixture, and those of a labelled set that may be used, are alone, and without fault. */
export async function readPeople(
  dir: string | undefined,
  lookAt: (bytes: Uint8Array) => Promise<Report>,
): Promise<readonly Person[]> {
  const files: (string | URL)[] = [FIXTURE];
  if (dir !== undefined) {
    const photos = await readManifest(dir);
    const usable = photos.filter(
      ({ kind, redistribute, expected_issues, labels }) =>
        ['face', 'selfie'].includes(kind) &&
        redistribute === 'yes' &&
        expected_issues.length === 0 &&
        labels['faces'] === 1,
    );
    files.push(...usable.map(({ file }) => join(dir, file)));
  }
  const people: Person[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(file));
    const [face] = (await lookAt(bytes)).faceBoxes;
    if (face && face.width >= MIN_FACE_PX) people.push({ bytes, face });
  }
  return people;
}
