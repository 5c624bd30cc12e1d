import { beforeAll, describe, expect, it } from 'vitest';
import { photographGround } from '../../../bench/composites.ts';
import { turn } from '../../../bench/degrade.ts';
import { decodePhoto } from '../../../src/analysis/decode.ts';
import { describeFace } from '../../../src/analysis/measure/face.ts';
import {
  type FaceDetector,
  faceRollDegrees,
  isSameFace,
  loadFaceDetector,
} from '../../../src/analysis/measure/face-detector.ts';
import { findFaces, mergeFaces } from '../../../src/analysis/measure/faces.ts';
import { luminancePlane } from '../../../src/analysis/measure/plane.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';
import { portraitJpeg } from '../../support/specimen-photos.ts';

let detector: FaceDetector;
let portrait: UprightImage;
beforeAll(async () => {
  detector = await loadFaceDetector();
  portrait = (await decodePhoto(await portraitJpeg(), 'jpg')).image!;
});

const facesIn = (image: UprightImage) =>
  findFaces(detector, image, { x: 0, y: 0, width: image.widthPx, height: image.heightPx });

describe('findFaces', () => {
  it('finds the face of a portrait with its eyes above its mouth', () => {
    const [face, ...others] = facesIn(portrait);
    expect(others).toEqual([]);
    // By eye: the face of the picture of 512 x 512 is centred near (223, 118).
    const { x, y, width, height } = face!.box;
    expect(Math.abs(x + width / 2 - 223)).toBeLessThan(25);
    expect(Math.abs(y + height / 2 - 118)).toBeLessThan(25);
    expect(face!.rightEye.x).toBeLessThan(face!.leftEye.x);
    expect(face!.rightEye.y).toBeLessThan(face!.mouth.y);
  });

  it.each([
    [1, 90],
    [2, 180],
    [3, -90],
  ] as const)('finds it after %s quarter turns and tells its lean', async (turns, degrees) => {
    const [face] = facesIn(await turn(portrait, turns));
    const off = faceRollDegrees(face!) - degrees;
    expect(Math.abs(off - 360 * Math.round(off / 360))).toBeLessThan(20);
  });

  it('finds none in wood or cloth', async () => {
    for (const ground of ['wood', 'cloth'] as const) {
      expect(facesIn(await photographGround({ ground, seed: 2, widthPx: 640, heightPx: 480 }))).toEqual([]);
    }
  });
});

describe('mergeFaces', () => {
  it('keeps the surest sighting of each face', () => {
    const [face] = facesIn(portrait);
    const again = { ...face!, confidence: 0.5, box: { ...face!.box, x: face!.box.x + 4 } };
    const other = { ...face!, confidence: 0.7, box: { ...face!.box, x: face!.box.x + 300 } };
    expect(mergeFaces([again], [face!, other])).toEqual([face, other]);
  });
});

describe('isSameFace', () => {
  const box = { x: 0, y: 0, width: 100, height: 100 };
  it('goes by overlap, or by one lying in the other', () => {
    expect(isSameFace(box, { ...box, x: 40 })).toBe(true);
    expect(isSameFace(box, { ...box, x: 70 })).toBe(false);
    expect(isSameFace(box, { x: 30, y: 30, width: 20, height: 20 })).toBe(true);
    expect(isSameFace(box, { ...box, x: 101 })).toBe(false);
  });
});

describe('describeFace', () => {
  it('gives box and lean in the full photo, upright by the content', () => {
    const [face] = facesIn(portrait);
    const plane = luminancePlane(portrait);
    const facts = describeFace(face!, plane, undefined, 0, 2);
    expect(facts.box.width).toBeCloseTo(face!.box.width * 2);
    expect(facts).toMatchObject({ isPrinted: false, confidence: face!.confidence });
    expect(describeFace(face!, plane, undefined, 90, 2).rollDegrees).toBeCloseTo(facts.rollDegrees - 90);
    expect(facts.sharpness.blurRatio).toBeLessThan(0.62);
    expect(facts.exposure.median).toBeGreaterThan(100);
  });
});
