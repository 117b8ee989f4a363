import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag } from '../dicom/elementTable';
import { decimals, text, topLevel, unsignedShorts, valueBytes } from './attributes';
import { PixelDataError } from './errors';
import type { RgbaImage, Window } from './render';

/** Float Pixel Data and Double Float Pixel Data (PS3.3 C.7.6.24, C.7.6.25): tag, bytes of a value, tag of its padding value. */
const FLOAT_DATA = [
  { tag: 0x7fe00008, size: 4, padding: 0x00280122 },
  { tag: 0x7fe00009, size: 8, padding: 0x00280123 },
] as const;

export type FloatValues = Float32Array | Float64Array;

/** Frames of floating point values, as in parametric maps; read one at a time. */
export interface FloatFrames {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  /** True for MONOCHROME1: low values are drawn bright. */
  readonly inverted: boolean;
  readonly rescale: { readonly slope: number; readonly intercept: number };
  /** First window of the VOI LUT module, in rescaled units. */
  readonly window?: Window;
  /** Float or Double Float Pixel Padding Value: stands for no value at all. */
  readonly padding?: number;
  /** The values of a frame (0-based), first row first. */
  values(frame: number): FloatValues;
}

/**
 * The frames of a file whose pixels are floating point values; undefined if it has none of these elements.
 * @throws PixelDataError if they are not all there or are described wrongly.
 */
export function openFloatFrames(file: DicomFile): FloatFrames | undefined {
  const level = topLevel(file);
  const kind = FLOAT_DATA.find(each => level.rows.has(each.tag));
  const row = kind && level.rows.get(kind.tag);
  if (!kind || row === undefined) return undefined;
  const [rows = 0] = unsignedShorts(level, 0x00280010);
  const [columns = 0] = unsignedShorts(level, 0x00280011);
  const frames = Number.parseInt(text(level, 0x00280008) || '1', 10);
  if (rows === 0 || columns === 0 || !(frames >= 1))
    throw new PixelDataError('pixel-description', 'Rows, Columns or Number of Frames is missing or zero.');
  const { table, source } = level;
  const length = rows * columns * kind.size;
  const available = table.valueEnd[row] - table.valueStart[row];
  if (available < length * frames)
    throw new PixelDataError(
      'truncated-pixel-data',
      `Float pixel data holds ${available} bytes where ${frames} frame(s) need ${length * frames}.`,
    );
  const little = !(table.flags[row] & RowFlag.bigEndian);
  const [slope = 1] = decimals(level, 0x00281053);
  const [center] = decimals(level, 0x00281050);
  const [width] = decimals(level, 0x00281051);
  const padding = floats(valueBytes(level, kind.padding) ?? new Uint8Array(), kind.size, little)[0];
  return {
    rows,
    columns,
    frames,
    inverted: text(level, 0x00280004) === 'MONOCHROME1',
    rescale: { slope: slope || 1, intercept: decimals(level, 0x00281052)[0] ?? 0 },
    ...(center !== undefined && width !== undefined && width > 0 && { window: { center, width } }),
    ...(padding !== undefined && { padding }),
    values: frame => floats(source.read(table.valueStart[row] + frame * length, length), kind.size, little),
  };
}

function floats(bytes: Uint8Array, size: 4 | 8, little: boolean): FloatValues {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.length / size);
  const values = size === 4 ? new Float32Array(count) : new Float64Array(count);
  for (let at = 0; at < count; at++)
    values[at] = size === 4 ? view.getFloat32(4 * at, little) : view.getFloat64(8 * at, little);
  return values;
}

/** A window over all values, from the least to the greatest, rescaled; what is no number, infinite or padding does not count. */
export function rangeWindow(
  values: FloatValues,
  { rescale, padding }: Pick<FloatFrames, 'rescale' | 'padding'>,
): Window {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value) || value === padding) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (least > greatest) return { center: 0, width: 1 };
  const [a, b] = [least, greatest].map(value => value * rescale.slope + rescale.intercept) as [number, number];
  return { center: a / 2 + b / 2, width: Math.abs(b - a) || 1 };
}

/**
 * Draws values through rescale and a window. The window is exact (PS3.3 C.11.2.1.3.2): one of width 1 over values from 0 to 1
 * is as good as any other. What is no number is black, as is padding.
 */
export function renderFloats(values: FloatValues, frames: Omit<FloatFrames, 'values'>, window: Window): RgbaImage {
  const { rows: height, columns: width, inverted, padding } = frames;
  const { slope, intercept } = frames.rescale;
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0, to = 0; at < width * height; at++, to += 4) {
    const value = values[at] ?? NaN;
    const grey = ((value * slope + intercept - window.center) / window.width + 0.5) * 255;
    const shown = Number.isNaN(value) || value === padding ? 0 : inverted ? 255 - grey : grey;
    rgba[to] = shown;
    rgba[to + 1] = shown;
    rgba[to + 2] = shown;
  }
  return { width, height, rgba };
}
