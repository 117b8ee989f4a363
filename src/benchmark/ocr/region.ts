import type { NativeFrame } from '../../pixels/codecs/frameCodecs';
import type { TextBox } from '../checks/verdict';

/** A rectangle of an image as the official scripts hand it to OCR: 8 bits per sample, samples of a pixel side by side. */
export interface PixelRegion {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bytes: Uint8Array;
}

/** Reads text in regions: for each the pieces found, or null if it cannot tell. Many at once cost less than one by one. */
export type RegionReader = (regions: readonly PixelRegion[]) => Promise<readonly (readonly string[] | null)[]>;

/** True for a region of one colour. */
export function isFlat({ samples, bytes }: PixelRegion): boolean {
  for (let i = samples; i < bytes.length; i++) if (bytes[i] !== bytes[i - samples]) return false;
  return true;
}

/**
 * Cuts a rectangle out of a frame and makes it 8 bits the way the official scripts do: unsigned 16-bit samples are scaled
 * by the largest of the rectangle, everything else keeps its low byte.
 * @returns null for an empty rectangle
 */
export function cutRegion(frame: NativeFrame, box: TextBox): PixelRegion | null {
  const [left, right] = slice(box.left, box.right, frame.columns);
  const [top, bottom] = slice(box.top, box.bottom, frame.rows);
  const width = right - left;
  const height = bottom - top;
  if (width <= 0 || height <= 0) return null;
  const samples = frame.samplesPerPixel;
  const sample = sampleReader(frame);
  const plane = frame.rows * frame.columns;
  const values = new Float64Array(width * height * samples);
  let at = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      for (let s = 0; s < samples; s++) {
        const pixel = y * frame.columns + x;
        values[at++] = sample(frame.planarConfiguration === 1 && samples > 1 ? s * plane + pixel : pixel * samples + s);
      }
  return { width, height, samples, bytes: toBytes(values, frame.bitsAllocated === 16 && !frame.signed) };
}

/** Start and end of a Python slice on an axis. */
function slice(from: number, to: number, length: number): [number, number] {
  const clip = (at: number): number => Math.max(0, Math.min(length, at < 0 ? at + length : at));
  return [clip(from), clip(to)];
}

function sampleReader(frame: NativeFrame): (index: number) => number {
  const { bytes, bitsAllocated, signed } = frame;
  if (bitsAllocated === 1) return i => (bytes[i >> 3] >> (i & 7)) & 1;
  if (bitsAllocated === 8) return i => bytes[i];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bitsAllocated === 16) return signed ? i => view.getInt16(2 * i, true) : i => view.getUint16(2 * i, true);
  return i => view.getUint32(4 * i, true);
}

function toBytes(values: Float64Array, scaled: boolean): Uint8Array {
  if (!scaled) return Uint8Array.from(values, value => value & 0xff);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return Uint8Array.from(values, value => (most === 0 ? 0 : Math.trunc((value / most) * 255)));
}
