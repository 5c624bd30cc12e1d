import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src/bots/terminal/in-order.ts';

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const result of results) collected.push(result);
  return collected;
}

describe('inOrder', () => {
  it('yields in the order of the items although later ones are done first', async () => {
    const finished: number[] = [];
    const results = inOrder([30, 1, 10], 3, async (delayMs) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      finished.push(delayMs);
      return delayMs;
    });
    expect(await collect(results)).toEqual([30, 1, 10]);
    expect(finished).not.toEqual([30, 1, 10]);
  });

  it('never runs more at once than it may', async () => {
    let running = 0;
    let most = 0;
    const results = inOrder(Array.from({ length: 20 }), 3, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
    });
    await collect(results);
    expect(most).toBe(3);
  });

  it('throws what the work throws when its turn comes, after the results before it', async () => {
    const seen: number[] = [];
    const results = inOrder([1, 2, 3], 3, async (item) => {
      if (item === 2) throw new Error('second');
      return item;
    });
    const reading = (async () => {
      for await (const result of results) seen.push(result);
    })();
    await expect(reading).rejects.toThrow('second');
    expect(seen).toEqual([1]);
  });

  it('yields nothing for nothing', async () => {
    expect(await collect(inOrder([], 3, async () => 1))).toEqual([]);
  });
});
