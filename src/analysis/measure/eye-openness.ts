import type { GraphModel } from '@tensorflow/tfjs-converter';
import { type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import type { UprightImage } from '../types.ts';
import type { FaceMesh } from './face-mesh.ts';
import { distance } from './geometry.ts';
import { loadHumanModel } from './human-model.ts';
import { sampleSquare } from './turned-square.ts';

/** How far the lids of each eye are apart, as a share of the width of the eye: about 0.25 when open, below 0.1 when closed. */
export interface EyeOpenness {
  readonly right: number;
  readonly left: number;
}

/** Corners of the eyes on the mesh, the one on the left of an upright picture first. */
const RIGHT_EYE = [33, 133] as const;
const LEFT_EYE = [362, 263] as const;
const INPUT_PX = 64;
/** The network was trained on left eyes, in squares of this many times their width. */
const CROP_RATIO = 2.3;
/** Its outline of an eye: lower lid from corner to corner, then the upper lid between the corners. */
const LOWER_LID = [1, 2, 3, 4, 5, 6, 7] as const;
const UPPER_LID = [9, 10, 11, 12, 13, 14, 15] as const;
const CORNERS = [0, 8] as const;

/** Outlines eyes with the network of MediaPipe Iris (Ablavatski et al., 2020, arXiv:2006.11341). Create it with `loadEyeReader`. */
export class EyeReader {
  readonly #model: GraphModel;

  constructor(model: GraphModel) {
    this.#model = model;
  }

  /** The openness of both eyes (as in ISO/IEC 29794-5: gap between the lids over the distance of the corners, mean of seven places). */
  measure(image: UprightImage, mesh: FaceMesh): EyeOpenness {
    return { right: this.#opennessOf(image, mesh, RIGHT_EYE), left: this.#opennessOf(image, mesh, LEFT_EYE) };
  }

  #opennessOf(image: UprightImage, { points }: FaceMesh, corners: readonly [number, number]): number {
    const [a, b] = [points[corners[0]]!, points[corners[1]]!];
    const square = {
      centre: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
      sizePx: Math.max(1, CROP_RATIO * distance(a, b)),
      degrees: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI,
      isMirrored: corners === RIGHT_EYE,
    };
    const input = tensor4d(sampleSquare(image, square, INPUT_PX), [1, INPUT_PX, INPUT_PX, 3]);
    const output = this.#model.execute(input) as Tensor;
    const values = output.dataSync();
    input.dispose();
    output.dispose();
    const at = (k: number) => ({ x: values[3 * k]!, y: values[3 * k + 1]! });
    const gaps = UPPER_LID.map((upper, i) => distance(at(upper), at(LOWER_LID[i]!)));
    const width = Math.max(1, distance(at(CORNERS[0]), at(CORNERS[1])));
    return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / width;
  }
}

/** Loads the model. */
export async function loadEyeReader(): Promise<EyeReader> {
  return new EyeReader(await loadHumanModel('iris'));
}
