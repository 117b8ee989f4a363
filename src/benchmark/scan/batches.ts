/**
 * Groups files the way the official scripts do: consecutive instances, at most 50 and at most a share per processor. All
 * files of an instance are in its batch. Which files share a batch matters: an attribute that only a batch-mate has is
 * "empty" for a file, one that nobody has is "absent", and some checks tell the two apart.
 * @param instances instance of each file, in order of the files
 * @returns positions of files, in order, per batch
 */
export function batchesOf(instances: readonly string[], cpus: number): number[][] {
  const files = new Map<string, number[]>();
  instances.forEach((instance, i) => {
    const of = files.get(instance);
    if (of) of.push(i);
    else files.set(instance, [i]);
  });
  const size = Math.max(1, Math.min(50, Math.ceil(files.size / Math.max(1, cpus))));
  const unique = [...files.values()];
  const batches: number[][] = [];
  for (let at = 0; at < unique.length; at += size)
    batches.push(
      unique
        .slice(at, at + size)
        .flat()
        .sort((a, b) => a - b),
    );
  return batches;
}
