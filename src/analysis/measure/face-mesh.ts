import type { GraphModel } from '@tensorflow/tfjs-converter';
import { type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import type { Point, UprightImage } from '../types.ts';
import { type DetectedFace, faceRollDegrees } from './face-detector.ts';
import { loadHumanModel } from './human-model.ts';
import { sampleSquare, squareToImage } from './turned-square.ts';

/** A point of the mesh: x, y in pixels of the image that was given; z on the same scale, growing away from the camera. */
export interface MeshPoint extends Point {
  readonly z: number;
}

/**
 * The 468 points of MediaPipe's canonical face (Kartynnik et al., 2019, arXiv:1907.06724), laid over one face. They tell where its
 * parts are, not whose it is.
 */
export interface FaceMesh {
  readonly points: readonly MeshPoint[];
  /** 0..1: how sure the network is that a whole face is there. */
  readonly confidence: number;
}

const INPUT_PX = 192;
const POINTS = 468;
/** The network was trained on squares of this many times the detector's box, turned so that the eyes are level. */
const CROP_RATIO = 1.5;

/** Lays meshes over faces; one instance holds the model. Create it with `loadFaceMesher`. */
export class FaceMesher {
  readonly #model: GraphModel;

  constructor(model: GraphModel) {
    this.#model = model;
  }

  /** The mesh of one detected face. */
  mesh(image: UprightImage, face: DetectedFace): FaceMesh {
    const { x, y, width, height } = face.box;
    const sizePx = CROP_RATIO * Math.max(width, height);
    const square = { centre: { x: x + width / 2, y: y + height / 2 }, sizePx, degrees: faceRollDegrees(face) };
    const input = tensor4d(sampleSquare(image, square, INPUT_PX), [1, INPUT_PX, INPUT_PX, 3]);
    const outputs = this.#model.execute(input) as Tensor[];
    const confidence = outputs.find(({ size }) => size === 1)!.dataSync()[0]!;
    const values = outputs.find(({ size }) => size === POINTS * 3)!.dataSync();
    for (const tensor of [input, ...outputs]) tensor.dispose();
    const points = Array.from({ length: POINTS }, (_, k) => ({
      ...squareToImage(square, INPUT_PX, values[3 * k]!, values[3 * k + 1]!),
      z: (values[3 * k + 2]! * sizePx) / INPUT_PX,
    }));
    return { points, confidence };
  }
}

/** Loads the model. */
export async function loadFaceMesher(): Promise<FaceMesher> {
  return new FaceMesher(await loadHumanModel('facemesh'));
}
