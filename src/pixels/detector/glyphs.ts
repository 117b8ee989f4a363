import type { Component } from './components';

/** 1: brighter than what is around it, -1: darker. */
export type Polarity = 1 | -1;

/** A component measured as if it were a drawn glyph. Values are in units of the frame's contrast stretch. */
export interface Glyph extends Component {
  /** Colour of the stroke: the 80th percentile of its pixels towards its polarity. */
  readonly core: number;
  /** Median colour two pixels outside its edges. */
  readonly background: number;
  readonly contrast: number;
  /** Spread of colour inside the stroke over contrast; drawn text is near 0. */
  readonly flatness: number;
  /** Step across the edge over contrast; 1 for drawn text, less for anatomy. */
  readonly sharpness: number;
  /** Median run length. */
  readonly stroke: number;
  /** Runs per row and per square of its height: text is striped. */
  readonly density: number;
}

/** Smallest contrast, in stretched units, that a person could read. */
const MIN_CONTRAST = 0.1;

/** Measures a component; undefined if it cannot be a drawn glyph. `image` holds stretched values (0 and 1 are the range). */
export function measureGlyph(
  component: Component,
  polarity: Polarity,
  image: Float32Array,
  width: number,
): Glyph | undefined {
  const { runs, x0, x1, y0, y1, area } = component;
  const rows = runs.length / 3;
  const values = new Float32Array(area);
  const lengths = new Float32Array(rows);
  const outside = new Float32Array(2 * rows);
  const steps = new Float32Array(2 * rows);
  let n = 0;
  let sides = 0;
  const side = (out: number, in1: number, in2: number) => {
    const b = image[out];
    const a = polarity > 0 ? Math.max(image[in1], image[in2]) : Math.min(image[in1], image[in2]);
    outside[sides] = b;
    steps[sides++] = a - b;
  };
  for (let i = 0; i < runs.length; i += 3) {
    const row = runs[i] * width;
    const s = runs[i + 1];
    const e = runs[i + 2];
    for (let x = s; x < e; x++) values[n++] = image[row + x];
    lengths[i / 3] = e - s;
    // Drawn text makes its whole step within two pixels of the edge; blurred anatomy does not.
    const thin = e - s < 2 ? 0 : 1;
    if (s >= 2) side(row + s - 2, row + s, row + s + thin);
    if (e + 1 < width) side(row + e + 1, row + e - 1, row + e - 1 - thin);
  }
  values.sort();
  const at = (share: number) => values[Math.min(area - 1, Math.floor(share * area))];
  const core = at(polarity > 0 ? 0.8 : 0.2);
  const background = sides ? median(outside.subarray(0, sides)) : core;
  const contrast = (core - background) * polarity;
  if (contrast < MIN_CONTRAST) return undefined;
  const flatness = Math.abs(at(polarity > 0 ? 0.97 : 0.03) - at(polarity > 0 ? 0.6 : 0.4)) / contrast;
  const sharpness = (median(steps.subarray(0, sides)) * polarity) / contrast;
  const stroke = median(lengths);
  const height = y1 - y0;
  if (sharpness < 0.35 || flatness > 1.2 || stroke > 0.6 * height + 3) return undefined;
  const density = rows / height / Math.max(1, (x1 - x0) / height);
  return { ...component, core, background, contrast, flatness, sharpness, stroke, density };
}

/** Upper median; sorts the array in place. */
function median(values: Float32Array): number {
  values.sort();
  return values[values.length >> 1];
}
