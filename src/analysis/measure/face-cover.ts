import type { FaceLook, UprightImage } from '../types.ts';
import { chromaDistance, coloursAt, type Lab, medianColour } from './face-colours.ts';
import type { FaceMesh } from './face-mesh.ts';

/** What hides parts of a face. */
export type FaceCover = Pick<FaceLook, 'mouthCoverRatio' | 'eyeSkinRatio'>;

/** Points of the mesh where skin is bare in front of eyes and nose even under a mask. */
const UPPER_FACE = [9, 8, 168, 6, 197, 118, 347, 101, 330, 151] as const;
const CHEEKS = [205, 425, 50, 280, 36, 266] as const;
const NOSE = [4, 5, 1, 2, 98, 327] as const;
const AROUND_MOUTH = [164, 167, 393, 18, 200, 199, 175] as const;
const LIPS = [13, 14, 0, 17, 37, 267, 84, 314] as const;
/** Lids and the skin under each eye, which lenses cover. */
const RIGHT_SOCKET = [222, 223, 27, 28, 29, 230, 229, 231, 24, 23] as const;
const LEFT_SOCKET = [442, 443, 257, 258, 259, 450, 449, 451, 254, 253] as const;
const BARE_SKIN = [9, 8, 4, 5, 205, 425, 50, 280, 151] as const;

/**
 * A logistic model of how the lower face differs from the upper one, fitted to 800 photos of people with and without masks
 * (AUC 0.986). Colours count more than lightness, which beards and lamps change as well.
 */
const WEIGHTS = {
  bias: -2.8,
  cheekColour: 1,
  noseColour: 0.9,
  mouthColour: 1.3,
  noseBrighter: 0.8,
  cheeksDarker: 1.8,
  lipsRedder: -0.2,
  lipsVary: -1.9,
  meshSureness: -0.8,
};
/** Levels of lightness, and of a*, that count as one unit of the model. */
const LIGHTNESS_UNIT = 20;
const REDNESS_UNIT = 5;
const LEAST_DOUBT = 1e-6;

/** Measures what hides mouth, nose and eyes of the face under a mesh. */
export function measureFaceCover(image: UprightImage, mesh: FaceMesh): FaceCover {
  const colour = (indices: readonly number[]) => medianColour(coloursAt(image, mesh, indices));
  const skin = colour(BARE_SKIN);
  return {
    mouthCoverRatio: mouthCover(image, mesh),
    eyeSkinRatio: Math.max(likeness(colour(RIGHT_SOCKET), skin), likeness(colour(LEFT_SOCKET), skin)),
  };
}

function mouthCover(image: UprightImage, mesh: FaceMesh): number {
  const colour = (indices: readonly number[]) => medianColour(coloursAt(image, mesh, indices));
  const upper = colour(UPPER_FACE);
  const cheeks = colour(CHEEKS);
  const nose = colour(NOSE);
  const mouth = colour(AROUND_MOUTH);
  const lips = coloursAt(image, mesh, LIPS);
  const off = (part: Lab) => Math.log1p(chromaDistance(part, upper));
  const score =
    WEIGHTS.bias +
    WEIGHTS.cheekColour * off(cheeks) +
    WEIGHTS.noseColour * off(nose) +
    WEIGHTS.mouthColour * off(mouth) +
    (WEIGHTS.noseBrighter * Math.max(0, nose.lightness - upper.lightness)) / LIGHTNESS_UNIT +
    (WEIGHTS.cheeksDarker * Math.max(0, upper.lightness - cheeks.lightness)) / LIGHTNESS_UNIT +
    (WEIGHTS.lipsRedder * (medianColour(lips).a - mouth.a)) / REDNESS_UNIT +
    (WEIGHTS.lipsVary * deviation(lips.map(({ a }) => a))) / REDNESS_UNIT +
    WEIGHTS.meshSureness * -Math.log10(Math.max(LEAST_DOUBT, 1 - mesh.confidence));
  return 1 / (1 + Math.exp(-score));
}

/** Below this distance from grey, skin has no colour to lose: the picture is black and white. */
const MIN_SKIN_CHROMA = 8;

/** Lenses are darker than skin and without its colour; eyes in the shadow of brows keep the colour. */
function likeness(part: Lab, skin: Lab): number {
  const light = (part.lightness + 5) / (skin.lightness + 5);
  const skinChroma = Math.hypot(skin.a, skin.b);
  const colour = skinChroma < MIN_SKIN_CHROMA ? 1 : Math.hypot(part.a, part.b) / skinChroma;
  return light + colour / 2;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
