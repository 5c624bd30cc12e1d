import { readFile } from 'node:fs/promises';
import { type Pose, photograph, type Scene, type SceneOptions } from '../../bench/composites.ts';
import { toJpeg } from '../../bench/degrade.ts';
import { createSpecimenPress, type Specimen, type SpecimenKind } from '../../bench/specimens/index.ts';
import type { PhotoSubmission, RequestedKind, UprightImage } from '../../src/analysis/types.ts';

const press = createSpecimenPress();

/** A pose without fault: level, from straight above, filling most of the picture. */
const STRAIGHT: Pose = {
  quarterTurns: 0,
  leanDegrees: 2,
  pitchDegrees: 3,
  yawDegrees: -3,
  fillRatio: 0.84,
  shiftX: 0,
  shiftY: 0,
};

/** The scene of a good photo of a specimen, changed where a test says so; the same each time. */
export async function sceneOf(
  kind: SpecimenKind,
  pose: Partial<Pose> = {},
  options: Partial<SceneOptions> = {},
): Promise<Scene> {
  return photograph(await specimenOf(kind), { ...STRAIGHT, ...pose }, { ground: 'plain', seed: 4, ...options });
}

/** The specimen that the scenes show. */
export function specimenOf(kind: SpecimenKind): Promise<Specimen> {
  return press.draw(kind, 3);
}

/** A picture as it is handed in. */
export async function submissionOf(image: UprightImage, as: RequestedKind = 'document'): Promise<PhotoSubmission> {
  return submissionOfBytes(await toJpeg(image), as);
}

/** A file as it is handed in, as a JPEG unless told otherwise. */
export function submissionOfBytes(bytes: Uint8Array, as: RequestedKind, declaredExtension = 'jpg'): PhotoSubmission {
  return { bytes: new Uint8Array(bytes), as, today: '2026-11-23', declaredExtension };
}

/** A portrait of a real face, in the public domain: see fixtures/NOTICE.md. */
export async function portraitJpeg(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL('../fixtures/astronaut.jpg', import.meta.url)));
}
