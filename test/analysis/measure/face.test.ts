import { describe, expect, it } from 'vitest';
import { describeFace } from '../../../src/analysis/measure/face.ts';
import type { DetectedFace } from '../../../src/analysis/measure/face-detector.ts';
import type { Box, DocumentFacts } from '../../../src/analysis/types.ts';
import { documentOf } from '../checks/photo-facts.ts';
import { planeOf } from './drawn-planes.ts';

const luminance = planeOf(400, 300, () => 128);
/** The document of `documentOf` is 3000 x 1900 px at (500, 500) of a photo ten times as large as the plane. */
const REDUCTION = 10;

function faceAt(box: Box): DetectedFace {
  const rightEye = { x: box.x + 0.3 * box.width, y: box.y + 0.3 * box.height };
  const leftEye = { x: box.x + 0.7 * box.width, y: rightEye.y };
  return { box, confidence: 0.9, rightEye, leftEye } as DetectedFace;
}

function isPrinted(box: Box, document: DocumentFacts | undefined) {
  return describeFace(faceAt(box), luminance, document, 0, REDUCTION).isPrinted;
}

describe('describeFace', () => {
  const portrait = { x: 70, y: 80, width: 60, height: 60 };
  const beside = { x: 70, y: 260, width: 60, height: 60 };

  it('takes a face on the document for printed, one without a document for a person', () => {
    expect(isPrinted(portrait, documentOf())).toBe(true);
    expect(isPrinted(portrait, undefined)).toBe(false);
    expect(isPrinted(portrait, documentOf({ hasOutline: false }))).toBe(false);
  });

  it('takes a face beside a card for printed as long as nobody who holds the card can look so small', () => {
    expect(isPrinted(beside, documentOf())).toBe(true);
    expect(isPrinted({ ...beside, width: 100, height: 100 }, documentOf())).toBe(false);
    expect(isPrinted(beside, documentOf({ kind: 'sheet' }))).toBe(false);
    expect(isPrinted(beside, documentOf({ identityFeatures: [] }))).toBe(false);
  });

  it('gives the box in pixels of the full photo and the lean against the way up of the content', () => {
    const face = describeFace(faceAt(portrait), luminance, undefined, 90, REDUCTION);
    expect(face.box).toEqual({ x: 700, y: 800, width: 600, height: 600 });
    expect(face.rollDegrees).toBeCloseTo(-90);
  });
});
