import { homographyBetween, project } from '../../src/analysis/measure/homography.ts';
import type { Quad, UprightImage } from '../../src/analysis/types.ts';
import type { Specimen } from '../specimens/index.ts';

/** Samples per pixel and direction. */
const TAPS = 2;

/** Lays a document into a picture, its corners where they are told. Changes the picture. */
export function lay(image: UprightImage, specimen: Specimen, corners: Quad): void {
  const { widthPx: w, heightPx: h, rgba } = specimen;
  const own: Quad = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ];
  const toSpecimen = homographyBetween(corners, own);
  const left = Math.max(0, Math.floor(Math.min(...corners.map(({ x }) => x))));
  const right = Math.min(image.widthPx - 1, Math.ceil(Math.max(...corners.map(({ x }) => x))));
  const top = Math.max(0, Math.floor(Math.min(...corners.map(({ y }) => y))));
  const bottom = Math.min(image.heightPx - 1, Math.ceil(Math.max(...corners.map(({ y }) => y))));
  const sum = new Float64Array(4);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      sum.fill(0);
      for (let tap = 0; tap < TAPS * TAPS; tap++) {
        const at = project(toSpecimen, x + ((tap % TAPS) + 0.5) / TAPS, y + (Math.floor(tap / TAPS) + 0.5) / TAPS);
        addSample(sum, rgba, w, h, at.x - 0.5, at.y - 0.5);
      }
      const cover = sum[3]! / (TAPS * TAPS);
      if (cover === 0) continue;
      const p = (y * image.widthPx + x) * 3;
      for (let c = 0; c < 3; c++) {
        image.pixels[p + c] = sum[c]! / (TAPS * TAPS) + image.pixels[p + c]! * (1 - cover);
      }
    }
  }
}

/** Adds the colour at a point, weighed with its cover (0..1), and the cover itself; bilinear. */
function addSample(sum: Float64Array, rgba: Uint8Array, w: number, h: number, x: number, y: number) {
  if (x < -1 || y < -1 || x > w || y > h) return;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  for (let dy = 0; dy <= 1; dy++) {
    for (let dx = 0; dx <= 1; dx++) {
      const px = x0 + dx;
      const py = y0 + dy;
      if (px < 0 || py < 0 || px >= w || py >= h) continue;
      const i = (py * w + px) * 4;
      const weight = ((dx === 0 ? 1 - (x - x0) : x - x0) * (dy === 0 ? 1 - (y - y0) : y - y0) * rgba[i + 3]!) / 255;
      for (let c = 0; c < 3; c++) sum[c] = sum[c]! + rgba[i + c]! * weight;
      sum[3] = sum[3]! + weight;
    }
  }
}
