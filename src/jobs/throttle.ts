/**
 * Takes items from `source` one by one and works on at most `width` of them at a time, so that a fast producer never piles
 * up work in memory. Stops taking new items once the signal aborts; rejects with the first error after what is running ended.
 */
export async function throttle<T>(
  source: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  for (const item of source) {
    if (signal?.aborted || failure) break;
    const task: Promise<void> = work(item)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => running.delete(task));
    running.add(task);
    if (running.size >= width) await Promise.race(running);
  }
  await Promise.all(running);
  if (failure) throw failure.error;
}
