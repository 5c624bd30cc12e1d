import type { UprightImage } from '../../src/analysis/types.ts';

/** How a screen is photographed. */
export interface ScreenPose {
  /** Pixels of the photo for each pixel of the screen. */
  readonly magnification: number;
  readonly leanDegrees: number;
}

/** Points a side in each pixel of the photo at which the screen is looked at. */
const SAMPLES = 3;
/** Part of a pixel's height that shines; the rest is the black grid. */
const LIT_RATIO = 0.85;

/** The picture shown on a screen that fills the frame, and photographed: stripes of red, green and blue, seen through a lens. */
export function photographScreen(shown: UprightImage, { magnification, leanDegrees }: ScreenPose): UprightImage {
  const { widthPx, heightPx, pixels } = shown;
  const out = new Uint8Array(pixels.length);
  const [cos, sin] = [Math.cos((leanDegrees * Math.PI) / 180), Math.sin((leanDegrees * Math.PI) / 180)];
  for (let y = 0, o = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, o += 3) {
      const light = [0, 0, 0];
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const dx = x + ((s % SAMPLES) + 0.5) / SAMPLES - widthPx / 2;
        const dy = y + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES - heightPx / 2;
        const u = (dx * cos - dy * sin) / magnification;
        const v = (dx * sin + dy * cos) / magnification;
        if (v - Math.floor(v) > LIT_RATIO) continue;
        const channel = Math.floor((u - Math.floor(u)) * 3);
        const fromX = Math.min(widthPx - 1, Math.max(0, Math.round(Math.floor(u) * magnification + widthPx / 2)));
        const fromY = Math.min(heightPx - 1, Math.max(0, Math.round(Math.floor(v) * magnification + heightPx / 2)));
        light[channel] = light[channel]! + (pixels[(fromY * widthPx + fromX) * 3 + channel]! / 255) ** 2.2;
      }
      for (let c = 0; c < 3; c++) out[o + c] = 255 * Math.min(1, light[c]! / ((SAMPLES * SAMPLES) / 3)) ** (1 / 2.2);
    }
  }
  return { widthPx, heightPx, pixels: out };
}
