import type { UprightImage } from '../../src/analysis/types.ts';
import { photograph } from '../composites.ts';
import { reflect, toJpeg } from '../degrade.ts';
import { createSpecimenPress } from '../specimens/index.ts';

/** The same card, taken again without the lamp, still over the edge. JPEG bytes. */
export async function mendedPhoto(): Promise<Buffer> {
  return toJpeg(await photographCard());
}

/** The photo of the README's examples: a card that belongs to nobody, under a lamp, one edge outside the picture. JPEG bytes. */
export async function examplePhoto(): Promise<Buffer> {
  const lamp = { x: 900, y: 690, radiusXPx: 120, radiusYPx: 80, degrees: 25, rimRatio: 1.4 };
  return toJpeg(reflect(await photographCard(), [lamp]));
}

async function photographCard(): Promise<UprightImage> {
  const card = await createSpecimenPress().draw('td1-front', 11);
  const pose = {
    quarterTurns: 0,
    leanDegrees: -4,
    pitchDegrees: 6,
    yawDegrees: -6,
    fillRatio: 0.9,
    shiftX: 0.13,
    shiftY: 0.02,
  } as const;
  const { image } = await photograph(card, pose, { ground: 'wood', seed: 5 });
  return image;
}
