import { percentiles } from '../percentiles';

/** The value range of a frame: `low` and `high` hold 99 % of it, stray extremes left out. */
export interface Stretch {
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  /** 1 / (high - low): (value - low) * scale is the stretched value. */
  readonly scale: number;
}

/** Measures the range of a frame. */
export function stretch(values: Float32Array): Stretch {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    if (v < min) min = v;
    if (v > max) max = v;
  }
  let [low, high] = percentiles(values, [0.005, 0.995]);
  if (!(high - low >= 1e-6 * (max - min)) || high <= low) [low, high] = [min, max];
  return { min, max, low, high, scale: 1 / (high - low) };
}
