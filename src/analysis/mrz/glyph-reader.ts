import {
  add,
  conv2d,
  logSoftmax,
  relu6,
  squeeze,
  type Tensor3D,
  type Tensor4D,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { type Layer, loadLayers } from '../measure/network-file.ts';
import { STRIP_HEIGHT_PX, type Strip } from './strip.ts';

/** The characters of a machine readable zone (ICAO 9303-3), in the order of the network's answers; a blank follows. */
export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';
/** Pixels of a strip per column of the answer. */
export const COLUMN_PX = 4;
/** Values per column: a logarithm of the probability for each character, then for the blank between two. */
export const CLASSES = ALPHABET.length + 1;

/** What the network saw in a strip. */
export interface Columns {
  readonly count: number;
  /** Natural logarithms of probabilities, column by column, `CLASSES` each. */
  readonly logProbabilities: Float32Array;
}

/** Recognises OCR-B with a network that was trained in `training/mrz`; one instance holds the weights. */
export class GlyphReader {
  readonly #layers: readonly Layer[];

  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** Reads strips of one width in one go. */
  read(strips: readonly Strip[]): Columns[] {
    if (strips.length === 0) return [];
    const { widthPx } = strips[0]!;
    const samples = new Float32Array(strips.length * STRIP_HEIGHT_PX * widthPx);
    strips.forEach((strip, i) => {
      samples.set(strip.samples, i * STRIP_HEIGHT_PX * widthPx);
    });
    const output = tidy(() => {
      const logits = this.#run(tensor4d(samples, [strips.length, STRIP_HEIGHT_PX, widthPx, 1]));
      return logSoftmax(squeeze<Tensor3D>(logits, [1]));
    });
    const values = output.dataSync<'float32'>();
    output.dispose();
    const count = widthPx / COLUMN_PX;
    return strips.map((_, i) => ({
      count,
      logProbabilities: values.slice(i * count * CLASSES, (i + 1) * count * CLASSES),
    }));
  }

  /** The forward pass of `GlyphReader` in training/mrz/train.py. */
  #run(input: Tensor4D): Tensor4D {
    const [first, second, third, collapse, beside, head] = this.#layers as [Layer, Layer, Layer, Layer, Layer, Layer];
    const around = 1;
    const across = [
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 0],
    ] as [[0, 0], [number, number], [number, number], [0, 0]];
    const apply = (x: Tensor4D, { weight, bias, stride }: Layer, padding: number | typeof across): Tensor4D =>
      add(conv2d(x, weight, stride, padding, 'NHWC', [1, 1], 'floor'), bias);
    let x = relu6(apply(input, first, around));
    x = relu6(apply(x, second, around));
    x = relu6(apply(x, third, around));
    x = relu6(apply(x, collapse, across));
    x = relu6(apply(x, beside, across));
    return apply(x, head, 0);
  }
}

/** Loads the weights from `models/`. */
export async function loadGlyphReader(): Promise<GlyphReader> {
  return new GlyphReader(await loadLayers('mrz-glyphs'));
}
