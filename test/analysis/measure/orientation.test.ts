import { describe, expect, it } from 'vitest';
import type { DetectedFace } from '../../../src/analysis/measure/face-detector.ts';
import { findOrientation, turnsOfPrint } from '../../../src/analysis/measure/orientation.ts';
import type { TextLine } from '../../../src/analysis/measure/text-line.ts';
import type { TextLayout } from '../../../src/analysis/measure/text-lines.ts';

/** A face whose left eye lies in this direction from its right eye. */
function face(degrees: number, confidence = 0.9): DetectedFace {
  const radians = (degrees * Math.PI) / 180;
  const origin = { x: 100, y: 100 };
  return {
    box: { x: 50, y: 50, width: 100, height: 100 },
    confidence,
    rightEye: origin,
    leftEye: { x: 100 + 40 * Math.cos(radians), y: 100 + 40 * Math.sin(radians) },
    nose: origin,
    mouth: origin,
  };
}

function print(angleDegrees: number | undefined, outUp = 0, outDown = 0): TextLayout {
  return { lines: [{ outUp, outDown } as TextLine], angleDegrees, agreementRatio: 0.7, glyphs: 200 };
}

const NONE = { ...print(undefined), agreementRatio: 0, glyphs: 0 };

function orientationOf(faces: DetectedFace[], text: TextLayout, zoneDegrees?: number, barcodeDegrees?: number) {
  return findOrientation({ faces, text, zoneDegrees, barcodeDegrees });
}

describe('findOrientation', () => {
  it.each([
    [3, 0],
    [93, 90],
    [-178, 180],
    [-88, 270],
  ] as const)('a face that leans by %s degrees is turned by %s', (roll, rotation) => {
    expect(orientationOf([face(roll)], NONE).rotation).toBe(rotation);
  });

  it('believes the direction of a zone more than a face', () => {
    expect(orientationOf([face(0)], NONE, 184)).toMatchObject({ rotation: 180, leanDegrees: expect.closeTo(4) });
  });

  it('takes the lean from the print where there is some', () => {
    expect(orientationOf([face(15)], print(4))).toMatchObject({
      rotation: 0,
      leanDegrees: expect.closeTo(4),
    });
  });

  it('tells print on its head by what stands out of its lines', () => {
    expect(orientationOf([], print(0, 10, 40))).toMatchObject({ rotation: 180, confidence: 0.85 });
    expect(orientationOf([], print(0, 40, 10))).toMatchObject({ rotation: 0, confidence: 0.85 });
    expect(orientationOf([], print(0, 12, 13))).toMatchObject({ rotation: 0, confidence: 0.5 });
  });

  it('asks a barcode which way print runs, when both lie alike', () => {
    expect(orientationOf([], print(0, 12, 13), undefined, 178)).toMatchObject({ rotation: 180, confidence: 0.9 });
    expect(orientationOf([], print(88, 12, 13), undefined, -92)).toMatchObject({ rotation: 270 });
    expect(orientationOf([], print(0, 40, 10), undefined, 90)).toMatchObject({ rotation: 0 });
    expect(orientationOf([], NONE, undefined, 91)).toMatchObject({ rotation: 90, confidence: 0.6 });
  });

  it('knows sideways print, and nothing without print or a sure face', () => {
    expect([90, 270]).toContain(orientationOf([], print(88)).rotation);
    expect(orientationOf([face(90, 0.5)], NONE)).toEqual({ rotation: 0, confidence: 0, leanDegrees: 0 });
  });
});

describe('turnsOfPrint', () => {
  it('leaves out the turns that the print contradicts', () => {
    expect([turnsOfPrint(print(2)), turnsOfPrint(print(-89)), turnsOfPrint(NONE)]).toEqual([[2], [1, 3], [1, 2, 3]]);
  });
});
