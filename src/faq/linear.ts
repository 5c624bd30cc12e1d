import type { LinearHead } from './types.ts';
import type { TextVector } from './vector.ts';

/** The logits of a text, one per class. */
export function logitsOf({ indices, values }: TextVector, { weights, scale, bias }: LinearHead): Float64Array {
  const classes = bias.length;
  const sums = new Float64Array(classes);
  for (let i = 0; i < indices.length; i += 1) {
    const row = indices[i]! * classes;
    const value = values[i]!;
    for (let c = 0; c < classes; c += 1) sums[c]! += value * weights[row + c]!;
  }
  for (let c = 0; c < classes; c += 1) sums[c] = bias[c]! + scale[c]! * sums[c]!;
  return sums;
}

/** Turns logits into probabilities that add up to 1. */
export function softmax(logits: Float64Array, temperature = 1): Float64Array {
  const highest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const exponents = logits.map((logit) => Math.exp((logit - highest) / temperature));
  const sum = exponents.reduce((a, b) => a + b, 0);
  return exponents.map((value) => value / sum);
}
