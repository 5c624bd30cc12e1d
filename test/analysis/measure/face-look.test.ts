import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../../src/analysis/decode.ts';
import { type EyeReader, loadEyeReader } from '../../../src/analysis/measure/eye-openness.ts';
import { type DetectedFace, loadFaceDetector } from '../../../src/analysis/measure/face-detector.ts';
import { measureLook } from '../../../src/analysis/measure/face-look.ts';
import { type FaceMesh, type FaceMesher, loadFaceMesher } from '../../../src/analysis/measure/face-mesh.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';
import { portraitJpeg } from '../../support/specimen-photos.ts';

let mesher: FaceMesher;
let eyes: EyeReader;
let portrait: UprightImage;
let face: DetectedFace;
let mesh: FaceMesh;
beforeAll(async () => {
  const detector = await loadFaceDetector();
  mesher = await loadFaceMesher();
  eyes = await loadEyeReader();
  portrait = (await decodePhoto(await portraitJpeg(), 'jpg')).image!;
  const frame = { x: 0, y: 0, width: portrait.widthPx, height: portrait.heightPx };
  face = detector.detect(portrait, 0.7, frame)[0]!;
  mesh = mesher.mesh(portrait, face);
});

/** The portrait with shapes painted over it. */
async function painted(shapes: string): Promise<UprightImage> {
  const { widthPx, heightPx, pixels } = portrait;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${shapes}</svg>`;
  const raw = { width: widthPx, height: heightPx, channels: 3 } as const;
  const data = await sharp(pixels, { raw })
    .composite([{ input: Buffer.from(svg) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { widthPx, heightPx, pixels: new Uint8Array(data) };
}

const polygon = (indices: readonly number[], fill: string) =>
  `<polygon points="${indices.map((k) => `${mesh.points[k]!.x},${mesh.points[k]!.y}`).join(' ')}" fill="${fill}"/>`;
const lookAt = (image: UprightImage) => measureLook(image, face, mesher, eyes);

describe('measureLook', () => {
  it('finds a portrait turned to the camera, eyes open, nothing covered', () => {
    const look = lookAt(portrait);
    expect(Math.abs(look.yawDegrees)).toBeLessThan(15);
    expect(Math.abs(look.pitchDegrees)).toBeLessThan(15);
    expect(look.eyesOpenRatio).toBeGreaterThan(policy.selfie.warnEyesOpenRatio);
    expect(look.mouthCoverRatio).toBeLessThan(policy.selfie.warnMouthCoverRatio);
    expect(look.eyeSkinRatio).toBeGreaterThan(policy.selfie.minEyeSkinRatio);
  });

  it.each(['#7fb2e5', '#f4f4f0', '#1c1c1e'])('sees a mask of colour %s over nose and mouth', async (colour) => {
    // From the bridge of the nose along the cheeks to the chin.
    const mask = polygon(
      [
        197, 118, 117, 116, 123, 147, 213, 192, 135, 169, 140, 171, 152, 396, 369, 394, 364, 416, 433, 376, 352, 345,
        346, 347,
      ],
      colour,
    );
    expect(lookAt(await painted(mask)).mouthCoverRatio).toBeGreaterThan(policy.selfie.maxMouthCoverRatio);
  });

  it('sees dark glasses', async () => {
    const lenses = [
      [70, 63, 105, 66, 107, 55, 193, 122, 232, 231, 230, 229, 228, 31, 226],
      [300, 293, 334, 296, 336, 285, 417, 351, 452, 451, 450, 449, 448, 261, 446],
    ];
    const glasses = lenses.map((lens) => polygon(lens, '#17181a')).join('');
    expect(lookAt(await painted(glasses)).eyeSkinRatio).toBeLessThan(policy.selfie.minEyeSkinRatio);
  });

  it('sees shut lids', async () => {
    const lids = [
      [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7],
      [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249],
    ];
    const lash = (lower: readonly number[]) =>
      `<polyline points="${lower.map((k) => `${mesh.points[k]!.x},${mesh.points[k]!.y}`).join(' ')}" fill="none" stroke="#5a3a2c" stroke-width="1"/>`;
    const shut = lids.map((lid) => polygon(lid, '#c58f74') + lash([lid[0]!, ...lid.slice(8).reverse()])).join('');
    expect(lookAt(await painted(shut)).eyesOpenRatio).toBeLessThan(policy.selfie.warnEyesOpenRatio);
  });
});
