import type { GraphModel } from '@tensorflow/tfjs-converter';
import { type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import type { Box, Point, UprightImage } from '../types.ts';
import { loadHumanModel } from './human-model.ts';
import { type Letterbox, letterbox, type QuarterTurns, toImage } from './letterbox.ts';

/** A face as the detector sees it, in pixels of the image that was given. Detection only: nothing here tells who it is. */
export interface DetectedFace {
  readonly box: Box;
  /** 0..1 */
  readonly confidence: number;
  readonly rightEye: Point;
  readonly leftEye: Point;
  readonly nose: Point;
  readonly mouth: Point;
}

/** BlazeFace's back-camera model (Bazarevsky et al., 2019, arXiv:1907.05047): one 256 x 256 look at the picture. */
const INPUT_PX = 256;
/** Its two grids of anchors: cell size in pixels and anchors per cell. */
const GRIDS = [
  { cellPx: 16, perCell: 2 },
  { cellPx: 32, perCell: 6 },
] as const;
/** Box, then six landmarks: right eye, left eye, nose, mouth, right ear, left ear (the person's right). */
const VALUES_PER_ANCHOR = 16;
/** Boxes that overlap by more than this share (or lie within each other by more than CONTAINED) are one face. */
const SAME_FACE_OVERLAP = 0.3;
const CONTAINED = 0.7;

/** Finds faces; one instance holds the model for as long as it lives. Create it with `loadFaceDetector`. */
export class FaceDetector {
  readonly #model: GraphModel;
  readonly #anchors: readonly Point[];

  constructor(model: GraphModel) {
    this.#model = model;
    this.#anchors = GRIDS.flatMap(({ cellPx, perCell }) => {
      const cells = INPUT_PX / cellPx;
      return Array.from({ length: cells * cells * perCell }, (_, i) => {
        const cell = Math.floor(i / perCell);
        return { x: cellPx * ((cell % cells) + 0.5), y: cellPx * (Math.floor(cell / cells) + 0.5) };
      });
    });
  }

  /**
   * The faces inside `region` that are at least `minConfidence` sure, the surest first. The picture is looked at after turning it
   * by `turns` quarter turns clockwise; what is found is told in the image as it was given.
   */
  detect(image: UprightImage, minConfidence: number, region: Box, turns: QuarterTurns = 0): DetectedFace[] {
    const look = letterbox(image, region, INPUT_PX, turns);
    const input = tensor4d(look.samples, [1, INPUT_PX, INPUT_PX, 3]);
    const outputs = (this.#model.execute(input) as Tensor[]).sort((a, b) => a.size - b.size);
    // Sorted by size: scores of the coarse grid, scores of the fine grid, boxes of the coarse grid, boxes of the fine grid.
    const [coarseScores, fineScores, coarseBoxes, fineBoxes] = outputs.map((t) => t.dataSync());
    const faces: DetectedFace[] = [];
    for (let i = 0; i < this.#anchors.length; i++) {
      const isFine = i < fineScores!.length;
      const k = isFine ? i : i - fineScores!.length;
      const confidence = 1 / (1 + Math.exp(-(isFine ? fineScores! : coarseScores!)[k]!));
      if (confidence < minConfidence) continue;
      const values = (isFine ? fineBoxes! : coarseBoxes!).subarray(k * VALUES_PER_ANCHOR, (k + 1) * VALUES_PER_ANCHOR);
      faces.push(decodeFace(values as Float32Array, this.#anchors[i]!, confidence, look));
    }
    for (const tensor of [input, ...outputs]) tensor.dispose();
    return withoutDuplicates(faces);
  }
}

/** Loads the model. */
export async function loadFaceDetector(): Promise<FaceDetector> {
  return new FaceDetector(await loadHumanModel('blazeface'));
}

function decodeFace(
  values: Float32Array,
  anchor: Point,
  confidence: number,
  { scale, region, turns }: Letterbox,
): DetectedFace {
  const at = (k: number) =>
    toImage((values[k]! + anchor.x) * scale, (values[k + 1]! + anchor.y) * scale, region, turns);
  const centre = at(0);
  const isSideways = turns % 2 === 1;
  const width = values[isSideways ? 3 : 2]! * scale;
  const height = values[isSideways ? 2 : 3]! * scale;
  return {
    box: { x: centre.x - width / 2, y: centre.y - height / 2, width, height },
    confidence,
    rightEye: at(4),
    leftEye: at(6),
    nose: at(8),
    mouth: at(10),
  };
}

function withoutDuplicates(faces: DetectedFace[]): DetectedFace[] {
  const kept: DetectedFace[] = [];
  for (const face of faces.sort((a, b) => b.confidence - a.confidence)) {
    if (!kept.some((other) => isSameFace(face.box, other.box))) kept.push(face);
  }
  return kept;
}

/** True when two boxes are two sightings of one face. */
export function isSameFace(a: Box, b: Box): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return false;
  const overlap = width * height;
  const areaA = a.width * a.height;
  const areaB = b.width * b.height;
  return overlap / (areaA + areaB - overlap) > SAME_FACE_OVERLAP || overlap / Math.min(areaA, areaB) > CONTAINED;
}

/** Degrees clockwise by which a face leans, -180..180, from the line between its eyes. */
export function faceRollDegrees(face: DetectedFace): number {
  return (Math.atan2(face.leftEye.y - face.rightEye.y, face.leftEye.x - face.rightEye.x) * 180) / Math.PI;
}
