import type { NativeFrame } from '../../pixels/codecs/frameCodecs';
import type { TextBox } from '../checks/verdict';

export interface FrameDifference {
  readonly changed: number;
  readonly changedOutside: number;
  readonly mse: number;
  readonly ssim: number;
}

/** Compares two frames of the same shape pixel by pixel; null if their shapes differ. */
export function compareFrames(
  before: NativeFrame,
  after: NativeFrame,
  boxes: readonly TextBox[],
): FrameDifference | null {
  const { rows, columns, samplesPerPixel } = before;
  if (rows !== after.rows || columns !== after.columns || samplesPerPixel !== after.samplesPerPixel) return null;
  const a = samples(before);
  const b = samples(after);
  if (a.length !== b.length) return null;
  const pixels = rows * columns;
  const planar = (frame: NativeFrame): boolean => frame.planarConfiguration === 1 && samplesPerPixel > 1;
  const at = (frame: NativeFrame, pixel: number, s: number): number =>
    planar(frame) ? s * pixels + pixel : pixel * samplesPerPixel + s;
  const hidden = mask(boxes, rows, columns);
  let changed = 0;
  let outside = 0;
  let outsidePixels = 0;
  let squares = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    let differs = false;
    for (let s = 0; s < samplesPerPixel; s++) {
      const d = a[at(before, pixel, s)] - b[at(after, pixel, s)];
      if (d !== 0) differs = true;
      squares += d * d;
    }
    if (!hidden[pixel]) outsidePixels++;
    if (!differs) continue;
    changed++;
    if (!hidden[pixel]) outside++;
  }
  return {
    changed: changed / pixels,
    changedOutside: outsidePixels === 0 ? 0 : outside / outsidePixels,
    mse: squares / a.length,
    ssim: changed === 0 ? 1 : ssim(a, b, columns * samplesPerPixel, rows),
  };
}

function samples({ bytes, bitsAllocated, signed }: NativeFrame): Float64Array {
  if (bitsAllocated === 8) return Float64Array.from(bytes);
  if (bitsAllocated === 1)
    return Float64Array.from({ length: bytes.length * 8 }, (_, i) => (bytes[i >> 3] >> (i & 7)) & 1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bitsAllocated === 16)
    return Float64Array.from({ length: bytes.length >> 1 }, (_, i) =>
      signed ? view.getInt16(2 * i, true) : view.getUint16(2 * i, true),
    );
  return Float64Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(4 * i, true));
}

function mask(boxes: readonly TextBox[], rows: number, columns: number): Uint8Array {
  const hidden = new Uint8Array(rows * columns);
  for (const { left, top, right, bottom } of boxes)
    for (let y = Math.max(0, top); y < Math.min(rows, bottom); y++)
      hidden.fill(1, y * columns + Math.max(0, left), y * columns + Math.max(0, Math.min(columns, right)));
  return hidden;
}

/** Mean structural similarity over windows of 8 x 8 samples (Wang et al. 2004), without overlap. */
function ssim(a: Float64Array, b: Float64Array, width: number, height: number): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of a) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const range = Math.max(1, most - least);
  const c1 = (0.01 * range) ** 2;
  const c2 = (0.03 * range) ** 2;
  let sum = 0;
  let windows = 0;
  for (let y = 0; y < height; y += 8)
    for (let x = 0; x < width; x += 8) {
      let n = 0;
      let sa = 0;
      let sb = 0;
      let aa = 0;
      let bb = 0;
      let ab = 0;
      for (let v = y; v < Math.min(height, y + 8); v++)
        for (let u = x; u < Math.min(width, x + 8); u++) {
          const p = a[v * width + u];
          const q = b[v * width + u];
          n++;
          sa += p;
          sb += q;
          aa += p * p;
          bb += q * q;
          ab += p * q;
        }
      const ma = sa / n;
      const mb = sb / n;
      const va = aa / n - ma * ma;
      const vb = bb / n - mb * mb;
      const cov = ab / n - ma * mb;
      sum += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
      windows++;
    }
  return windows === 0 ? 1 : sum / windows;
}
