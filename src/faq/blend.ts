/** Products and mixtures of probabilities; every list has one value per topic and adds up to 1. */

/** Multiplies probabilities, each raised to its weight, and makes them add up to 1 again. */
export function multiply(
  ...factors: readonly (readonly [probabilities: Float64Array, weight: number])[]
): Float64Array {
  const [first] = factors;
  const product = new Float64Array(first![0].length).fill(1);
  for (const [probabilities, weight] of factors) {
    for (let i = 0; i < product.length; i += 1) product[i]! *= (probabilities[i]! + 1e-6) ** weight;
  }
  return normalised(product);
}

/** The weighted mean of probabilities. */
export function mix(parts: readonly (readonly [probabilities: Float64Array, weight: number])[]): Float64Array {
  const sum = new Float64Array(parts[0]![0].length);
  for (const [probabilities, weight] of parts) {
    for (let i = 0; i < sum.length; i += 1) sum[i]! += probabilities[i]! * weight;
  }
  return normalised(sum);
}

function normalised(values: Float64Array): Float64Array {
  const total = values.reduce((a, b) => a + b, 0);
  return total === 0 ? values.fill(1 / values.length) : values.map((value) => value / total);
}
