import { describe, expect, it } from 'vitest';
import { viewDegreesOf } from '../../../src/analysis/measure/view-angle.ts';
import type { Quad } from '../../../src/analysis/types.ts';

/** A card of 158.6 x 100 that a camera 1.6 long sides away sees so many degrees from above (pitch) or from the side (yaw). */
function cardSeen(pitch: number, yaw: number): Quad {
  const depth = 1.6 * 158.6;
  const [sinPitch, sinYaw] = [Math.sin((pitch * Math.PI) / 180), Math.sin((yaw * Math.PI) / 180)];
  const at = (x: number, y: number) => {
    const scale = depth / (depth + y * sinPitch + x * sinYaw);
    return { x: x * scale, y: y * scale };
  };
  return [at(-79.3, -50), at(79.3, -50), at(79.3, 50), at(-79.3, 50)];
}

describe('the angle of view', () => {
  it('is none from straight above, also for a leaning document', () => {
    expect(viewDegreesOf(cardSeen(0, 0))).toBeCloseTo(0);
    const leaning = [
      { x: 50, y: 0 },
      { x: 150, y: 50 },
      { x: 100, y: 150 },
      { x: 0, y: 100 },
    ] as const;
    expect(viewDegreesOf(leaning)).toBeCloseTo(0);
  });

  it.each([10, 20, 30, 40])('is %i degrees from above and from the side', (degrees) => {
    expect(Math.abs(viewDegreesOf(cardSeen(degrees, 0)) - degrees)).toBeLessThan(2);
    expect(Math.abs(viewDegreesOf(cardSeen(0, -degrees)) - degrees)).toBeLessThan(3);
  });

  it('adds both directions up', () => {
    expect(viewDegreesOf(cardSeen(20, 20))).toBeGreaterThan(viewDegreesOf(cardSeen(20, 0)) + 3);
  });

  it('is a number for corners on one spot', () => {
    const spot = { x: 1, y: 1 };
    expect(viewDegreesOf([spot, spot, spot, spot])).toBe(0);
  });
});
