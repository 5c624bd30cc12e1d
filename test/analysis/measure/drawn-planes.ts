import type { Plane } from '../../../src/analysis/measure/plane.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';

/** A plane whose samples follow from their place. */
export function planeOf(width: number, height: number, valueAt: (x: number, y: number) => number): Plane {
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height }, (_, i) => valueAt(i % width, Math.floor(i / width))),
  };
}

/** A grey or coloured image whose pixels follow from their place. */
export function imageOf(
  widthPx: number,
  heightPx: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
): UprightImage {
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) pixels.set(colourAt(i % widthPx, Math.floor(i / widthPx)), i * 3);
  return { widthPx, heightPx, pixels };
}
