/** Values below which the given shares of (a regular sample of) the pixels lie. */
export function percentiles(values: Float32Array, shares: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(values.length / 100_000));
  const sample = new Float32Array(Math.ceil(values.length / step));
  for (let i = 0, k = 0; i < values.length; i += step) sample[k++] = values[i];
  sample.sort();
  return shares.map(p => sample[Math.min(sample.length - 1, Math.floor(p * sample.length))]);
}
