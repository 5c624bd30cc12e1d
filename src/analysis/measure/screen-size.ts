import type { PictureFacts } from '../types.ts';

/** Height by width of phone screens of 2:1 and longer, as their makers give them; pictures from cameras are never so long. */
const PHONE_SCREENS = new Set(
  `1792x828 2436x1125 2532x1170 2340x1080 2556x1179 2622x1206 2688x1242 2736x1260 2778x1284 2796x1290 2868x1320
   1480x720 1520x720 1544x720 1560x720 1600x720 1612x720 1640x720 2160x1080 2220x1080 2246x1080 2270x1080 2280x1080 2310x1080
   2312x1080 2316x1080 2376x1080 2388x1080 2392x1080 2400x1080 2408x1080 2412x1080 2424x1080 2460x1080 2520x1080
   2640x1200 2652x1200 2664x1200 2670x1200 2700x1224 2712x1220 2772x1240 2772x1256 2800x1260 2736x1220 2244x1008 2992x1344
   2880x1440 2960x1440 2992x1440 3040x1440 3088x1440 3120x1440 3168x1440 3200x1440 3216x1440 3840x1644`.split(/\s+/),
);
/** Screens whose sizes cameras and video use as well: monitors, laptops, tablets and older phones. */
const COMMON_SCREENS = new Set(
  `1136x640 1280x720 1334x750 1366x768 1440x900 1536x864 1600x900 1680x1050 1920x1080 1920x1200 2048x1536 2160x1440 2160x1620
   2208x1242 2224x1668 2256x1504 2360x1640 2388x1668 2420x1668 2560x1440 2560x1600 2560x1664 2732x2048 2736x1824 2752x2064
   2880x1800 2880x1864 2960x1848 3024x1964 3456x2234 3840x2160`.split(/\s+/),
);

/** The kind of screen that is exactly of the size of a picture, in pixels, held either way. */
export function screenSizeOf(widthPx: number, heightPx: number): PictureFacts['screenSize'] {
  const size = `${Math.max(widthPx, heightPx)}x${Math.min(widthPx, heightPx)}`;
  if (PHONE_SCREENS.has(size)) return 'phone';
  return COMMON_SCREENS.has(size) ? 'common' : undefined;
}
