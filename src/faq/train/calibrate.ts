import { softmax } from '../linear.ts';

/** What the model said of a text that it had not learnt from. */
export interface HeldOut {
  readonly logits: Float64Array;
  readonly label: number;
  readonly knownRatio: number;
}

/** The temperature by which the probabilities fit the held-out labels best (lowest log loss). */
export function fitTemperature(heldOut: readonly HeldOut[]): number {
  const loss = (temperature: number) =>
    heldOut.reduce((sum, { logits, label }) => sum - Math.log(softmax(logits, temperature)[label]! + 1e-9), 0);
  let best = 1;
  for (let temperature = 0.2; temperature <= 3; temperature += 0.05) {
    if (loss(temperature) < loss(best)) best = temperature;
  }
  return Math.round(best * 100) / 100;
}
