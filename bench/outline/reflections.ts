import type { Quad } from '../../src/analysis/types.ts';
import type { Reflection } from '../degrade.ts';
import { randomFrom } from '../specimens/random.ts';

/** One lamp's reflection inside a document, its burnt-out part 1 to 4 per cent of the area. */
export function reflectionOn([topLeft, topRight, bottomRight, bottomLeft]: Quad, seed: number): Reflection {
  const random = randomFrom(seed);
  const u = random.between(0.25, 0.75);
  const v = random.between(0.25, 0.75);
  const at = (axis: 'x' | 'y') =>
    (topLeft[axis] * (1 - u) + topRight[axis] * u) * (1 - v) + (bottomLeft[axis] * (1 - u) + bottomRight[axis] * u) * v;
  const longSide = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
  return {
    x: at('x'),
    y: at('y'),
    radiusXPx: longSide * random.between(0.055, 0.1),
    radiusYPx: longSide * random.between(0.045, 0.07),
    degrees: random.between(0, 180),
    rimRatio: random.between(0.8, 1.8),
  };
}
