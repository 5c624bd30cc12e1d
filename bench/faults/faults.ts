import type { PhotoKind, UprightImage } from '../../src/analysis/types.ts';
import type { Pose } from '../composites/pose.ts';
import { photographScreen } from '../composites/screen.ts';
import type { Scene, SceneOptions } from '../composites.ts';
import { defocus, enlarge, exposeBy, grain, haze, recompress, reflect, relight, shake, shrink } from '../degrade.ts';
import { reflectionOn } from '../outline/reflections.ts';

/** One fault of known size on a photo that is good otherwise. */
export interface Fault {
  readonly name: string;
  /** What must be said of it; undefined: it does no harm, and nothing may be said. */
  readonly code: string | undefined;
  /** For blur: the cause that must be told. */
  readonly cause?: string;
  /** How the document is held otherwise, or what else the scene has. */
  readonly pose?: Partial<Pose>;
  readonly scene?: Partial<SceneOptions>;
  /** What happens to the picture, of 1600 x 1200 pixels, afterwards. */
  apply?(scene: Scene, seed: number): UprightImage | Promise<UprightImage>;
}

/** As what the photos of the bench are judged. */
export const JUDGED_AS: PhotoKind = 'document';

/**
 * Sizes from anchors of the field: a gaussian of sigma 2 at 1200 px still reads, sigma 3 or 15 px of motion does not. At 1600 px these
 * are 2.7, 4 and 20.
 */
export const FAULTS: readonly Fault[] = [
  { name: 'none', code: undefined },
  { name: 'gaussian, sigma 1.5 px', code: undefined, apply: ({ image }) => defocus(image, 1.5) },
  { name: 'gaussian, sigma 4 px', code: 'blur', cause: 'focus', apply: ({ image }) => defocus(image, 4) },
  { name: 'motion of 6 px', code: undefined, apply: ({ image }, seed) => shake(image, 6, (seed % 2) * 90) },
  {
    name: 'motion of 20 px',
    code: 'blur',
    cause: 'shake',
    apply: ({ image }, seed) => shake(image, 20, (seed % 2) * 90),
  },
  {
    name: 'enlarged four times',
    code: 'blur',
    cause: 'enlarged',
    apply: async ({ image }) => enlarge(await shrink(image, 370), 1600),
  },
  { name: 'reduced to 1280 px', code: undefined, apply: ({ image }) => shrink(image, 1280) },
  { name: 'reduced to 400 px', code: 'low-resolution', apply: ({ image }) => shrink(image, 400) },
  { name: 'JPEG of quality 40', code: undefined, apply: ({ image }) => recompress(image, 40) },
  { name: 'grain of sigma 10', code: undefined, apply: ({ image }, seed) => grain(image, 10, seed) },
  { name: 'gamma 1.3', code: undefined, apply: ({ image }) => relight(image, 1.3) },
  { name: 'gamma 4', code: 'too-dark', apply: ({ image }) => relight(image, 4) },
  { name: 'light times 1.1', code: undefined, apply: ({ image }) => exposeBy(image, 1.1) },
  { name: 'light times 4', code: 'overexposed', apply: ({ image }) => exposeBy(image, 4) },
  { name: 'haze of 20 %', code: undefined, apply: ({ image }) => haze(image, 0.2) },
  { name: 'haze of 85 %', code: 'low-contrast', apply: ({ image }) => haze(image, 0.85) },
  {
    name: 'shown on a screen',
    code: 'screen-recapture',
    apply: ({ image }, seed) =>
      photographScreen(image, { magnification: 1.3 + (seed % 5) * 0.35, leanDegrees: 0.5 + (seed % 3) }),
  },
  {
    name: 'a reflection of 1 to 4 %',
    code: 'glare',
    apply: ({ image, corners }, seed) => reflect(image, [reflectionOn(corners, seed)]),
  },
  { name: 'a fingertip over the rim', code: 'occluded', scene: { hasFinger: true } },
  { name: 'a shadow across', code: 'uneven-light', scene: { hasShadow: true } },
  { name: 'turned by a quarter', code: 'rotated', pose: { quarterTurns: 1, fillRatio: 0.9 } },
  { name: 'upside down', code: 'rotated', pose: { quarterTurns: 2 } },
  { name: 'leaning by 6 degrees', code: undefined, pose: { leanDegrees: 6 } },
  { name: 'leaning by 18 degrees', code: 'tilted', pose: { leanDegrees: 18, fillRatio: 0.7 } },
  { name: 'seen at 30 degrees', code: 'tilted', pose: { pitchDegrees: 34, fillRatio: 0.75 } },
  { name: 'cut off by 12 %', code: 'cropped', pose: { cut: { side: 'right', ratio: 0.12 } } },
  { name: 'filling a fifth of the frame', code: 'small-in-frame', pose: { fillRatio: 0.3 } },
];
