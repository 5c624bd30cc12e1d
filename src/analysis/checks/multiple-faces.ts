import { boxPolygon } from '../measure/geometry.ts';
import type { Check } from './check.ts';

/** More than one person in the picture. */
export const multipleFaces: Check = {
  stage: 'selfie',
  kinds: ['selfie', 'selfie-with-document'],
  judge({ faces }, { selfie: { secondFaceRatio } }) {
    const people = (faces ?? []).filter(({ isPrinted }) => !isPrinted);
    const largest = Math.max(0, ...people.map(({ box }) => box.width));
    const counted = people.filter(({ box }) => box.width >= secondFaceRatio * largest);
    if (counted.length <= 1) return undefined;
    const confidence = Math.min(...counted.map((face) => face.confidence));
    return {
      severity: 'blocker',
      confidence,
      values: { faces: counted.length },
      areas: counted.map(({ box }) => boxPolygon(box)),
    };
  },
};
