/** Judges held-out phrases in a process of its own while the model itself is trained; see faq-model.ts. */
import { judgeHeldOut } from '../src/faq/train/train.ts';
import type { Phrases } from '../src/faq/types.ts';

process.once('message', (phrases) => {
  process.send?.(judgeHeldOut(phrases as ReadonlyMap<string, Phrases>), () => process.disconnect());
});
