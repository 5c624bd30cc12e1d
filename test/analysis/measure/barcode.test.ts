import { beforeAll, describe, expect, it } from 'vitest';
import { turn } from '../../../bench/degrade.ts';
import { readLicenceRecord } from '../../../src/analysis/licence-record.ts';
import {
  type BarcodeFinder,
  barcodeDegrees,
  type FoundBarcode,
  isPortraitBeside,
  loadBarcodeFinder,
} from '../../../src/analysis/measure/barcode.ts';
import type { DetectedFace } from '../../../src/analysis/measure/face-detector.ts';
import { boxPolygon, isInsidePolygon } from '../../../src/analysis/measure/geometry.ts';
import { luminancePlane } from '../../../src/analysis/measure/plane.ts';
import { sceneOf, specimenOf } from '../../support/specimen-photos.ts';

let finder: BarcodeFinder;
beforeAll(async () => {
  finder = await loadBarcodeFinder();
});

/** As people hold a camera: from the side, leaning. */
const POSE = { leanDegrees: 6, pitchDegrees: 12, yawDegrees: -10 };

describe('BarcodeFinder', () => {
  it('reads the barcode of a licence that is seen at an angle, once told where the licence is', async () => {
    const { image, corners } = await sceneOf('licence-back', POSE);
    const [found, ...others] = await finder.find(luminancePlane(image), corners);
    expect(others).toEqual([]);
    expect(found!.symbology).toBe('PDF417');
    expect(readLicenceRecord(found!.text)?.expiry).toBe((await specimenOf('licence-back')).expires);
    expect(found!.corners.every(({ x, y }) => isInsidePolygon(x, y, corners))).toBe(true);
  });

  it('tells which way it runs', async () => {
    const { image } = await sceneOf('licence-back', { leanDegrees: 0, pitchDegrees: 0, yawDegrees: 0 });
    for (const turns of [1, 2, 3] as const) {
      const [found] = await finder.find(luminancePlane(await turn(image, turns)));
      const off = barcodeDegrees(found!) - turns * 90;
      expect(Math.abs(off - 360 * Math.round(off / 360))).toBeLessThan(5);
    }
  });

  it('finds none on a side without one', async () => {
    const { image, corners } = await sceneOf('td1-front');
    expect(await finder.find(luminancePlane(image), corners)).toEqual([]);
  });
});

describe('isPortraitBeside', () => {
  const barcode: FoundBarcode = {
    symbology: 'PDF417',
    text: '',
    corners: boxPolygon({ x: 100, y: 100, width: 200, height: 60 }),
  };
  /** A face whose eyes lie on a line that leans. */
  const faceAt = (x: number, y: number, degrees: number): DetectedFace => {
    const eye = (side: number) => ({
      x: x + side * 8 * Math.cos((degrees * Math.PI) / 180),
      y: y + side * 8 * Math.sin((degrees * Math.PI) / 180),
    });
    const middle = { x, y };
    return {
      box: { x: x - 20, y: y - 20, width: 40, height: 40 },
      confidence: 0.6,
      rightEye: eye(-1),
      leftEye: eye(1),
      nose: middle,
      mouth: middle,
    };
  };

  it('takes upright faces beside it, whichever quarter turn', () => {
    expect(isPortraitBeside(barcode, faceAt(60, 50, 5))).toBe(true);
    expect(isPortraitBeside(barcode, faceAt(60, 50, -95))).toBe(true);
  });

  it('takes no pattern in it and nothing askew', () => {
    expect(isPortraitBeside(barcode, faceAt(200, 130, 0))).toBe(false);
    expect(isPortraitBeside(barcode, faceAt(60, 50, 50))).toBe(false);
  });
});
