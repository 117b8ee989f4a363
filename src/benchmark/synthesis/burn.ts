import { drawText } from './strokeFont';

/** How the samples of one uncompressed frame lie in memory (PS3.3 C.7.6.3). */
export interface FrameLayout {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3;
  /** 0: R1G1B1R2..., 1: one plane after the other. */
  readonly planarConfiguration: 0 | 1;
  readonly bitsAllocated: 8 | 16;
  readonly bitsStored: number;
  readonly signed: boolean;
  readonly bigEndian: boolean;
  /** YBR_FULL keeps chroma in samples 2 and 3; text is drawn in luminance. */
  readonly ybr: boolean;
}

/** A drawn line and where it is: columns x, rows y, the bottom right corner just outside. */
export interface BurnedLine {
  readonly text: string;
  readonly topLeft: readonly [x: number, y: number];
  readonly bottomRight: readonly [x: number, y: number];
  readonly capHeight: number;
  readonly polarity: Polarity;
}

/** `light`: bright on the image; `dark`: dark on the image; `lightBox`, `darkBox`: on a flat ground of the other extreme. */
export type Polarity = 'light' | 'dark' | 'lightBox' | 'darkBox';

interface Samples {
  get(index: number): number;
  set(index: number, value: number): void;
}

function samplesOf(bytes: Uint8Array, layout: FrameLayout): Samples {
  if (layout.bitsAllocated === 8) {
    return {
      get: i => (layout.signed ? (bytes[i]! << 24) >> 24 : bytes[i]!),
      set: (i, v) => {
        bytes[i] = v & 0xff;
      },
    };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = !layout.bigEndian;
  return {
    get: i => (layout.signed ? view.getInt16(i * 2, little) : view.getUint16(i * 2, little)),
    set: (i, v) => (layout.signed ? view.setInt16(i * 2, v, little) : view.setUint16(i * 2, v & 0xffff, little)),
  };
}

/** Smallest and largest sample of the first plane, widened to the stored range if the frame is nearly flat. */
function extremes(samples: Samples, layout: FrameLayout): [number, number] {
  const step = layout.samplesPerPixel === 3 && layout.planarConfiguration === 0 ? 3 : 1;
  const count = layout.rows * layout.columns;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = samples.get(i * step);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (layout.samplesPerPixel === 3) return [0, 255];
  const top = layout.signed ? 2 ** (layout.bitsStored - 1) - 1 : 2 ** layout.bitsStored - 1;
  return high - low < 64 ? [low, Math.min(top, low + 1000)] : [low, high];
}

/** True if a line of `length` characters with capitals of `capHeight` pixels fits the frame. */
export function fits(layout: FrameLayout, length: number, capHeight: number): boolean {
  return (length * capHeight * 5.6) / 6 + 12 <= layout.columns && capHeight * 2 <= layout.rows;
}

/**
 * Draws a line of text into one native frame, in place.
 * @param bytes the frame's bytes (length at least rows x columns x samples x bytes per sample).
 * @returns the box, or undefined if the line does not fit there.
 */
export function burnLine(
  bytes: Uint8Array,
  layout: FrameLayout,
  text: string,
  x: number,
  y: number,
  capHeight: number,
  polarity: Polarity,
): BurnedLine | undefined {
  const mask = drawText(text, capHeight);
  if (x + mask.width > layout.columns || y + mask.height > layout.rows) return undefined;
  const samples = samplesOf(bytes, layout);
  const [low, high] = extremes(samples, layout);
  const shown = readable(samples, layout, mask, x, y, low, high, polarity);
  const light = shown === 'light' || shown === 'lightBox';
  const ink = light ? high : low;
  const ground = shown === 'light' || shown === 'dark' ? undefined : light ? low : high;
  const plane = layout.rows * layout.columns;
  for (let j = 0; j < mask.height; j++) {
    for (let i = 0; i < mask.width; i++) {
      const coverage = mask.coverage[j * mask.width + i]!;
      if (coverage === 0 && ground === undefined) continue;
      const pixel = (y + j) * layout.columns + x + i;
      for (let s = 0; s < layout.samplesPerPixel; s++) {
        const at =
          layout.samplesPerPixel === 1 ? pixel : layout.planarConfiguration === 0 ? pixel * 3 + s : pixel + s * plane;
        const neutral = layout.ybr && s > 0;
        const under = ground === undefined ? samples.get(at) : neutral ? 128 : ground;
        const over = neutral ? 128 : ink;
        samples.set(at, Math.round(under + (over - under) * coverage));
      }
    }
  }
  return { text, topLeft: [x, y], bottomRight: [x + mask.width, y + mask.height], capHeight, polarity: shown };
}

/** Text without a ground of its own gets one where the image is nearly as light, or as dark, as the ink. */
function readable(
  samples: Samples,
  layout: FrameLayout,
  mask: { readonly width: number; readonly height: number },
  x: number,
  y: number,
  low: number,
  high: number,
  polarity: Polarity,
): Polarity {
  if (polarity === 'lightBox' || polarity === 'darkBox') return polarity;
  const step = layout.samplesPerPixel === 3 && layout.planarConfiguration === 0 ? 3 : 1;
  let near = 0;
  for (let j = 0; j < mask.height; j++) {
    for (let i = 0; i < mask.width; i++) {
      const share = (samples.get(((y + j) * layout.columns + x + i) * step) - low) / (high - low);
      if (polarity === 'light' ? share > 0.6 : share < 0.4) near++;
    }
  }
  if (near < 0.02 * mask.width * mask.height) return polarity;
  return polarity === 'light' ? 'lightBox' : 'darkBox';
}
