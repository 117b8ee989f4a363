import type { NativeFrame } from './codecs/frameCodecs';
import type { PixelDescription } from './pixelDescription';
import { percentiles } from './percentiles';
import { rgbOf, storedValues } from './storedValues';

/** An image ready to be drawn: four bytes per pixel, top row first. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** A linear window in rescaled units (PS3.3 C.11.2.1.2.1). */
export interface Window {
  readonly center: number;
  readonly width: number;
}

/**
 * Draws one native frame: grey ones through rescale and window (the one given, else the file's, else 0.5 to 99.5 % of the
 * values), MONOCHROME1 inverted; colour ones as RGB.
 */
export function renderNative(frame: NativeFrame, description: PixelDescription, window?: Window): RgbaImage {
  const { rows: height, columns: width } = frame;
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  if (!frame.photometricInterpretation.startsWith('MONOCHROME')) {
    const rgb = rgbOf(frame, description);
    for (let i = 0, from = 0, to = 0; i < width * height; i++, to += 4) {
      rgba[to] = rgb[from++];
      rgba[to + 1] = rgb[from++];
      rgba[to + 2] = rgb[from++];
    }
    return { width, height, rgba };
  }
  const values = storedValues(frame, description.highBit);
  const { slope, intercept } = description.rescale;
  const { center, width: span } = window ?? description.window ?? windowOf(values, slope, intercept);
  const inverted = frame.photometricInterpretation === 'MONOCHROME1';
  const low = center - 0.5 - (span - 1) / 2;
  const scale = 255 / Math.max(1e-9, span - 1);
  for (let i = 0, to = 0; i < values.length; i++, to += 4) {
    const out = (values[i] * slope + intercept - low) * scale;
    const grey = span <= 1 ? (out > 0 ? 255 : 0) : out;
    const shown = inverted ? 255 - grey : grey;
    rgba[to] = shown;
    rgba[to + 1] = shown;
    rgba[to + 2] = shown;
  }
  return { width, height, rgba };
}

function windowOf(values: Float32Array, slope: number, intercept: number): Window {
  const [low, high] = percentiles(values, [0.005, 0.995]);
  const a = low * slope + intercept;
  const b = high * slope + intercept;
  return { center: (a + b) / 2 + 0.5, width: Math.max(1, Math.abs(b - a) + 1) };
}
