/** Decodes changed files one after the other and says how each went; a process of its own, as one of them might end it. */
import { decodePhoto } from '../../src/analysis/decode.ts';
import { randomFrom } from '../specimens/random.ts';
import { mutate } from './mutate.ts';
import { seedFiles } from './seed-files.ts';

/** Which cases to do. */
export interface DecodeTask {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** How a case went. */
export interface DecodeOutcome {
  readonly index: number;
  readonly how: string;
  readonly ms: number;
  /** The problem that was told, or `read`. */
  readonly outcome: string;
  readonly rssMegabytes: number;
}

process.once('message', async ({ seed, from, to }: DecodeTask) => {
  const files = await seedFiles();
  for (let index = from; index < to; index++) {
    // Each case has random numbers of its own, so that any can be done again alone.
    const { bytes, how } = mutate(files, randomFrom(seed * 1_000_003 + index));
    process.send?.({ index, how });
    const startMs = performance.now();
    const { file } = await decodePhoto(bytes, index % 3 === 0 ? 'jpg' : undefined);
    const ms = performance.now() - startMs;
    const rssMegabytes = process.memoryUsage.rss() / 1e6;
    process.send?.({ index, how, ms, outcome: file.problem ?? 'read', rssMegabytes });
  }
  process.exit(0);
});
