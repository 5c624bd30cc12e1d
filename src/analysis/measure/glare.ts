import type { Exposure, Spots } from '../types.ts';
import { type Component, connectedComponents } from './components.ts';
import type { Plane } from './plane.ts';

/** A reflection of a lamp or flash drives the sensor to its end; a softer one still outshines the paper by this much. */
const SATURATED = 248;
const OUTSHINES_PAPER_BY = 55;
/** Below this even the brightest spot is no light, but white print in a dark picture. */
const MIN_SPOT_LUMA = 185;
/** Where paper is this bright by itself, saturation is no reflection (white grounds of scans). */
const MAX_PAPER = 232;
/** A spot covers at least this share of the region. */
const MIN_SPOT_RATIO = 0.001;
/**
 * Reflections fade; the edges of white fields do not: at this share of the rim the light is, a few pixels further out, still nearer to
 * the spot than to the paper. Large spots spill over print and hands, so a smaller share of their rim fades.
 */
const MIN_SOFT_RIM = 0.85;
const MIN_SOFT_RIM_LARGE = 0.7;
const LARGE_SPOT_RATIO = 0.005;
const RIM_DISTANCE_PX = 4;
const STILL_BRIGHT = 0.45;
/** Spots are compact; paper seen between lines of print is not. */
const MIN_FILL = 0.3;

/**
 * Light that hides print: bright, compact spots with a fading rim on ground that is not white itself. The plane should be some 600 px
 * long, as the limits are those of lamps at that size; boxes are in its pixels.
 */
export function measureGlare(plane: Plane, exposure: Exposure, isInside: (x: number, y: number) => boolean): Spots {
  const none: Spots = { areaRatio: 0, spots: [] };
  if (exposure.p75 > MAX_PAPER) return none;
  const bright = Math.min(SATURATED, Math.max(MIN_SPOT_LUMA, exposure.p75 + OUTSHINES_PAPER_BY));
  const stillBright = exposure.p75 + STILL_BRIGHT * (bright - exposure.p75);
  const data = plane.data.map((v) => (v >= bright ? 1 : 0));
  const mask = { width: plane.width, height: plane.height, data };
  let region = 0;
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++) if (isInside(x, y)) region++;
  }
  if (region === 0) return none;
  const spots = connectedComponents(mask, Math.max(12, MIN_SPOT_RATIO * region)).filter((c) => {
    if (!isInside(c.x, c.y) || !isCompact(c)) return false;
    const minSoftRim = c.area >= LARGE_SPOT_RATIO * region ? MIN_SOFT_RIM_LARGE : MIN_SOFT_RIM;
    return softRim(plane, data, c, stillBright) >= minSoftRim;
  });
  return {
    areaRatio: spots.reduce((sum, { area }) => sum + area, 0) / region,
    spots: spots.map((c) => ({
      x: c.left,
      y: c.top,
      width: c.right - c.left + 1,
      height: c.bottom - c.top + 1,
    })),
  };
}

function isCompact({ left, top, right, bottom, area }: Component): boolean {
  return area >= MIN_FILL * (right - left + 1) * (bottom - top + 1);
}

/** Share of the spot's rim that is still bright a few pixels further out. */
function softRim({ width, height, data }: Plane, mask: Uint8Array, spot: Component, stillBright: number): number {
  let rim = 0;
  let soft = 0;
  const d = RIM_DISTANCE_PX;
  for (let y = Math.max(d, spot.top); y <= Math.min(height - 1 - d, spot.bottom); y++) {
    for (let x = Math.max(d, spot.left); x <= Math.min(width - 1 - d, spot.right); x++) {
      const i = y * width + x;
      if (mask[i] === 0) continue;
      for (const step of [1, -1, width, -width]) {
        if (mask[i + step] === 1) continue;
        rim++;
        if (data[i + d * step]! >= stillBright) soft++;
      }
    }
  }
  return rim === 0 ? 0 : soft / rim;
}
