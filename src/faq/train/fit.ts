import type { LinearHead } from '../types.ts';
import type { TextVector } from '../vector.ts';
import { createRandom, shuffled } from './random.ts';

/** One text with the class that it belongs to. */
export interface Labelled {
  readonly vector: TextVector;
  readonly label: number;
  readonly weight: number;
}

/** How the layer is trained. */
export interface FitOptions {
  readonly epochs: number;
  /** The weights after this many last epochs are averaged: they differ by chance, and chance evens out. */
  readonly averaged: number;
  readonly learningRate: number;
  /** Share by which all weights shrink in each epoch. */
  readonly decay: number;
  /** Share of the target that is spread over the other classes: keeps the model from being surer than it should be. */
  readonly smoothing: number;
  /** Share of features that are left out by chance, so that no single one decides. */
  readonly dropout: number;
}

/** How topics are trained. */
export const FIT_OPTIONS: FitOptions = {
  epochs: 6,
  averaged: 4,
  learningRate: 0.8,
  decay: 0.05,
  smoothing: 0.03,
  dropout: 0.25,
};

const SEED = 7;
const INT8_MAX = 127;
const INITIAL_SQUARES = 1e-3;
/** Room for the features of one text that are left out; longer texts share places, which only makes chance repeat. */
const MASK = 8191;

/** Fits one softmax layer by AdaGrad; the same examples in the same order give the same layer. */
export function fitHead(
  examples: readonly Labelled[],
  featureCount: number,
  classCount: number,
  { epochs, averaged, learningRate, decay, smoothing, dropout }: FitOptions = FIT_OPTIONS,
): LinearHead {
  const random = createRandom(SEED);
  const weights = new Float32Array(featureCount * classCount);
  // One step size for each feature, not for each weight: as good here, and several times faster.
  const squares = new Float32Array(featureCount).fill(INITIAL_SQUARES);
  const mean = new Float32Array(weights.length);
  const bias = new Float32Array(classCount);
  const biasSquares = new Float32Array(classCount).fill(1e-1);
  const classWeights = balance(examples, classCount);
  const gradient = new Float32Array(classCount);
  const logits = new Float32Array(classCount);
  const kept = new Uint8Array(MASK + 1);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { vector, label, weight } of shuffled(examples, random)) {
      const { indices, values } = vector;
      logits.set(bias);
      for (let i = 0; i < indices.length; i += 1) {
        const keep = random() >= dropout ? 1 : 0;
        kept[i & MASK] = keep;
        if (keep === 0) continue;
        const row = indices[i]! * classCount;
        const value = values[i]!;
        for (let c = 0; c < classCount; c += 1) logits[c]! += value * weights[row + c]!;
      }
      let highest = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < classCount; c += 1) if (logits[c]! > highest) highest = logits[c]!;
      let sum = 0;
      for (let c = 0; c < classCount; c += 1) sum += gradient[c] = Math.exp(logits[c]! - highest);
      let slopeSquares = 0;
      const strength = weight * classWeights[label]!;
      for (let c = 0; c < classCount; c += 1) {
        const target = c === label ? 1 - smoothing : smoothing / (classCount - 1);
        const slope = strength * (gradient[c]! / sum - target);
        gradient[c] = slope;
        slopeSquares += slope * slope;
        biasSquares[c]! += slope * slope;
        bias[c]! -= (learningRate * slope) / Math.sqrt(biasSquares[c]!);
      }
      for (let i = 0; i < indices.length; i += 1) {
        if (kept[i & MASK] === 0) continue;
        const row = indices[i]! * classCount;
        const value = values[i]!;
        const square = squares[indices[i]!]! + value * value * slopeSquares;
        squares[indices[i]!] = square;
        const step = (learningRate * value) / Math.sqrt(square);
        for (let c = 0; c < classCount; c += 1) weights[row + c]! -= step * gradient[c]!;
      }
    }
    for (let i = 0; i < weights.length; i += 1) weights[i]! *= 1 - decay;
    if (epoch >= epochs - averaged) {
      for (let i = 0; i < weights.length; i += 1) mean[i]! += weights[i]! / averaged;
    }
  }
  return quantise(mean, bias, 1 - dropout);
}

/** Rare classes weigh more for each example, so that every topic is heard. */
function balance(examples: readonly Labelled[], classCount: number): Float32Array {
  const totals = new Float32Array(classCount);
  for (const { label, weight } of examples) totals[label]! += weight;
  const mean = totals.reduce((a, b) => a + b, 0) / classCount;
  return totals.map((total) => (total === 0 ? 0 : Math.sqrt(mean / total)));
}

/** Weights as bytes, one scale for each class. `keepRatio` makes up for the features that training left out. */
function quantise(weights: Float32Array, bias: Float32Array, keepRatio: number): LinearHead {
  const classCount = bias.length;
  const highest = new Float32Array(classCount);
  weights.forEach((weight, i) => {
    highest[i % classCount] = Math.max(highest[i % classCount]!, Math.abs(weight));
  });
  const scale = highest.map((value) => value / INT8_MAX || 1);
  return {
    weights: Int8Array.from(weights, (weight, i) => Math.round(weight / scale[i % classCount]!)),
    scale: scale.map((value) => value * keepRatio),
    bias,
  };
}
