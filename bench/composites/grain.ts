import { randomFrom } from '../specimens/random.ts';

/** A prime, so that rows of no usual picture repeat it in step. */
const TABLE_SIZE = 65_521;

/** Adds normally distributed grain to samples in place; `sigma` in steps of 0..255. */
export function addGrain(samples: Uint8Array, sigma: number, seed: number): void {
  if (sigma <= 0) return;
  const random = randomFrom(seed);
  // Drawing millions of normals takes seconds: a table of them, entered anew at random places, looks the same.
  const table = Float32Array.from({ length: TABLE_SIZE }, () => sigma * random.normal());
  const runLength = 1021;
  for (let start = 0; start < samples.length; start += runLength) {
    let k = random.whole(0, TABLE_SIZE - 1);
    const end = Math.min(samples.length, start + runLength);
    for (let i = start; i < end; i++) {
      samples[i] = Math.max(0, Math.min(255, Math.round(samples[i]! + table[k]!)));
      if (++k === TABLE_SIZE) k = 0;
    }
  }
}
