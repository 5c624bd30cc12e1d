import {
  add,
  conv2d,
  depthwiseConv2d,
  image as imageOps,
  relu6,
  sigmoid,
  type Tensor4D,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { UprightImage } from '../types.ts';
import { letterbox } from './letterbox.ts';
import { type Layer, loadLayers } from './network-file.ts';

/** Which parts of a picture belong to a document, as a network sees it that was trained in `training/outline`. */
export interface DocumentMask {
  /** Cells across and down that lie in the picture. */
  readonly columns: number;
  readonly rows: number;
  /** Probability 0..1 that a cell belongs to a document, row by row. */
  readonly document: Float32Array;
  /** Probability that a finger covers the cell, that it lies in shade, that a reflection lies on it; the last two hold on documents. */
  readonly finger: Float32Array;
  readonly shade: Float32Array;
  readonly glare: Float32Array;
  /** Image pixels per cell. */
  readonly cellPx: number;
}

const INPUT_PX = 192;
const OUTPUT_CELLS = 96;
/** What the network tells of each cell. The corners help it to learn and are not used. */
const CHANNELS = ['document', 'corner', 'finger', 'shade', 'glare'] as const;
type Maps = [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];

/** Sees documents; one instance holds the weights. Create it with `loadDocumentFinder`. */
export class DocumentFinder {
  readonly #layers: readonly Layer[];

  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** One look at the whole picture. */
  see(image: UprightImage): DocumentMask {
    const region = { x: 0, y: 0, width: image.widthPx, height: image.heightPx };
    const { samples, scale } = letterbox(image, region, INPUT_PX);
    const output = tidy(() => sigmoid(this.#run(tensor4d(samples, [1, INPUT_PX, INPUT_PX, 3]))));
    const probabilities = output.dataSync();
    output.dispose();
    const cellPx = (scale * INPUT_PX) / OUTPUT_CELLS;
    const columns = Math.min(OUTPUT_CELLS, Math.max(1, Math.round(image.widthPx / cellPx)));
    const rows = Math.min(OUTPUT_CELLS, Math.max(1, Math.round(image.heightPx / cellPx)));
    const map = (channel: number) => {
      const values = new Float32Array(columns * rows);
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          values[y * columns + x] = probabilities[(y * OUTPUT_CELLS + x) * CHANNELS.length + channel]!;
        }
      }
      return values;
    };
    const [document, , finger, shade, glare] = CHANNELS.map((_, channel) => map(channel)) as Maps;
    return { columns, rows, document, finger, shade, glare, cellPx };
  }

  /** The forward pass of `DocumentMask` in training/outline/train.py: a U-Net whose layers are stored in the order of its parts. */
  #run(input: Tensor4D): Tensor4D {
    let next = 0;
    const apply = (x: Tensor4D, isLinear = false): Tensor4D => {
      const { weight, bias, stride, isDepthwise } = this.#layers[next++]!;
      const pad = weight.shape[0] === 3 ? 1 : 0;
      const sum = isDepthwise
        ? depthwiseConv2d(x, weight, stride, pad, 'NHWC', [1, 1], 'floor')
        : conv2d(x, weight, stride, pad, 'NHWC', [1, 1], 'floor');
      const biased = add<Tensor4D>(sum, bias);
      return isLinear ? biased : relu6(biased);
    };
    const separable = (x: Tensor4D, count: number) => {
      let y = x;
      for (let i = 0; i < count; i++) y = apply(apply(y));
      return y;
    };
    const grown = (x: Tensor4D): Tensor4D => imageOps.resizeNearestNeighbor(x, [x.shape[1] * 2, x.shape[2] * 2]);
    const x0 = apply(input);
    const x1 = separable(x0, 2);
    const x2 = separable(x1, 2);
    const x3 = separable(x2, 3);
    let y = separable(x3, 3);
    for (const side of [x3, x2, x1, x0]) y = separable(add<Tensor4D>(grown(y), apply(side, true)), 1);
    return apply(y, true);
  }
}

/** Loads the weights from `models/`. */
export async function loadDocumentFinder(): Promise<DocumentFinder> {
  return new DocumentFinder(await loadLayers('document-mask'));
}
