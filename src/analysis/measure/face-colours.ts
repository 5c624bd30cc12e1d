import type { UprightImage } from '../types.ts';
import type { FaceMesh } from './face-mesh.ts';
import { distance } from './geometry.ts';

/** A colour in CIE 1976 L*a*b* (D65): lightness 0..100, a* towards red, b* towards yellow. */
export interface Lab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

/** Outer corners of the eyes. */
const EYES = [33, 263] as const;
/** The patch around a point: this share of the distance between the outer corners of the eyes, to each side. */
const PATCH_RATIO = 0.06;

/** The mean colour around each of the given points of a mesh; points outside of the image are left out. */
export function coloursAt(image: UprightImage, { points }: FaceMesh, indices: readonly number[]): Lab[] {
  const reach = Math.max(1, PATCH_RATIO * distance(points[EYES[0]]!, points[EYES[1]]!));
  return indices.flatMap((index) => {
    const { x, y } = points[index]!;
    const left = Math.max(0, Math.floor(x - reach));
    const top = Math.max(0, Math.floor(y - reach));
    const right = Math.min(image.widthPx - 1, Math.floor(x + reach));
    const bottom = Math.min(image.heightPx - 1, Math.floor(y + reach));
    if (left > right || top > bottom) return [];
    const sums = [0, 0, 0];
    for (let py = top; py <= bottom; py++) {
      for (let p = (py * image.widthPx + left) * 3; p <= (py * image.widthPx + right) * 3; p += 3) {
        for (let c = 0; c < 3; c++) sums[c]! += image.pixels[p + c]!;
      }
    }
    const n = (right - left + 1) * (bottom - top + 1);
    return [labOf(sums[0]! / n, sums[1]! / n, sums[2]! / n)];
  });
}

/** The median of each channel; mid-grey without colours. */
export function medianColour(colours: readonly Lab[]): Lab {
  const median = (values: number[]) => values.sort((p, q) => p - q)[values.length >> 1] ?? 0;
  if (colours.length === 0) return { lightness: 50, a: 0, b: 0 };
  return {
    lightness: median(colours.map(({ lightness }) => lightness)),
    a: median(colours.map(({ a }) => a)),
    b: median(colours.map(({ b }) => b)),
  };
}

/** How far two colours are apart but for their lightness. */
export function chromaDistance(p: Lab, q: Lab): number {
  return Math.hypot(p.a - q.a, p.b - q.b);
}

/** sRGB 0..255 to L*a*b* by IEC 61966-2-1 and CIE 15. */
function labOf(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return { lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}
