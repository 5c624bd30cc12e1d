/**
 * Runs `work` on every item, at most `maxAtOnce` at a time, and yields the results in the order of the items, each as soon as
 * it and all before it are there.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  maxAtOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  let next = 0;
  for (let yielded = 0; yielded < items.length; yielded += 1) {
    while (running.length < maxAtOnce && next < items.length) {
      const result = work(items[next] as Item);
      // It may fail while an earlier one is awaited; it is thrown when its turn comes.
      result.catch(() => {});
      running.push(result);
      next += 1;
    }
    yield (await running.shift()) as Result;
  }
}
