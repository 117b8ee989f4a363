/**
 * Values that may be the colour of drawn text: the largest, the smallest, and up to three others that stand out of the
 * histogram like a spike (text is drawn in one value, anatomy is not).
 */
export function exactLevels(values: Float32Array, min: number, max: number): number[] {
  if (max - min > 65536) return [max, min];
  const histogram = new Int32Array(Math.round(max - min) + 1);
  for (let i = 0; i < values.length; i++) histogram[(values[i] - min) | 0]++;
  const spikes: { level: number; height: number }[] = [];
  for (let i = 1; i + 1 < histogram.length; i++) {
    const n = histogram[i];
    if (n < 40 || n >= 0.12 * values.length) continue;
    let sum = 0;
    let count = 0;
    for (let k = Math.max(0, i - 4); k <= Math.min(histogram.length - 1, i + 4); k++) {
      if (k !== i) {
        sum += histogram[k];
        count++;
      }
    }
    const around = sum / count;
    if (n > 4 * around + 30) spikes.push({ level: i + min, height: n / (around + 5) });
  }
  spikes.sort((a, b) => b.height - a.height);
  return [max, min, ...spikes.slice(0, 3).map(s => s.level)];
}
