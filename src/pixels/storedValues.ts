import type { NativeFrame } from './codecs/frameCodecs';
import type { PixelDescription } from './pixelDescription';

/**
 * Stored values of a single-sample frame as numbers, one per pixel: the bits between High Bit and Bits Stored, sign
 * extended if signed; what lies above (embedded overlays) is left out (PS3.5 8.1.1).
 */
export function storedValues(frame: NativeFrame, highBit = frame.bitsStored - 1): Float32Array {
  const { rows, columns, bitsAllocated, bitsStored, signed, bytes } = frame;
  const pixels = rows * columns;
  const out = new Float32Array(pixels);
  const low = highBit + 1 - bitsStored;
  if (bitsAllocated === 1) {
    for (let i = 0; i < pixels; i++) out[i] = (bytes[i >> 3] >> (i & 7)) & 1;
    return out;
  }
  const up = 31 - highBit;
  const down = up + low;
  if (bitsAllocated === 8) {
    if (!signed && bitsStored === 8) out.set(bytes.subarray(0, pixels));
    else if (signed) for (let i = 0; i < pixels; i++) out[i] = (bytes[i] << up) >> down;
    else for (let i = 0; i < pixels; i++) out[i] = (bytes[i] << up) >>> down;
  } else if (bitsAllocated === 16) {
    if (signed)
      for (let i = 0, o = 0; i < pixels; i++, o += 2) out[i] = ((bytes[o] | (bytes[o + 1] << 8)) << up) >> down;
    else for (let i = 0, o = 0; i < pixels; i++, o += 2) out[i] = ((bytes[o] | (bytes[o + 1] << 8)) << up) >>> down;
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (signed) for (let i = 0; i < pixels; i++) out[i] = view.getInt32(4 * i, true);
    else for (let i = 0; i < pixels; i++) out[i] = view.getUint32(4 * i, true);
  }
  return out;
}

/** Red, green and blue, one byte each, side by side; any depth is brought to 8 bits, YBR and palettes to RGB. */
export function rgbOf(frame: NativeFrame, description: PixelDescription): Uint8Array {
  const { rows, columns, bytes, planarConfiguration, photometricInterpretation, bitsAllocated, bitsStored } = frame;
  const pixels = rows * columns;
  const out = new Uint8Array(3 * pixels);
  if (photometricInterpretation === 'PALETTE COLOR' && description.palette) {
    const { first, red, green, blue } = description.palette;
    const values = storedValues(frame, description.highBit);
    for (let i = 0; i < pixels; i++) {
      const index = Math.min(red.length - 1, Math.max(0, values[i] - first));
      out[3 * i] = red[index];
      out[3 * i + 1] = green[index];
      out[3 * i + 2] = blue[index];
    }
    return out;
  }
  if (photometricInterpretation === 'YBR_FULL_422' && bytes.length < 3 * pixels) {
    // Y1 Y2 Cb Cr for every two pixels of a row (PS3.3 C.7.6.3.1.2).
    for (let i = 0; i < pixels; i++) {
      const pair = 4 * (i >> 1);
      toRgb(bytes[pair + (i & 1)], bytes[pair + 2], bytes[pair + 3], out, 3 * i);
    }
    return out;
  }
  const size = Math.max(1, bitsAllocated >> 3);
  const shift = Math.max(0, bitsStored - 8);
  const step = planarConfiguration === 1 ? size : 3 * size;
  const plane = planarConfiguration === 1 ? pixels * size : size;
  const sample = (at: number) =>
    size === 1
      ? bytes[at]
      : size === 2
        ? (bytes[at] | (bytes[at + 1] << 8)) >>> shift
        : ((bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0) >>> shift;
  const ybr = photometricInterpretation.startsWith('YBR_FULL');
  for (let i = 0, at = 0; i < pixels; i++, at += step) {
    const a = sample(at);
    const b = sample(at + plane);
    const c = sample(at + 2 * plane);
    if (ybr) toRgb(a, b, c, out, 3 * i);
    else {
      out[3 * i] = a;
      out[3 * i + 1] = b;
      out[3 * i + 2] = c;
    }
  }
  return out;
}

/** YBR_FULL to RGB (PS3.3 C.7.6.3.1.2). */
function toRgb(y: number, cb: number, cr: number, out: Uint8Array, at: number): void {
  out[at] = clamp(y + 1.402 * (cr - 128));
  out[at + 1] = clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128));
  out[at + 2] = clamp(y + 1.772 * (cb - 128));
}

const clamp = (v: number) => (v <= 0 ? 0 : v >= 255 ? 255 : (v + 0.5) | 0);

/** One number per pixel for the text detector: stored values of grey frames, luma (0-255) of colour ones. */
export function greyOf(frame: NativeFrame, description: PixelDescription): Float32Array {
  if (frame.photometricInterpretation.startsWith('MONOCHROME')) return storedValues(frame, description.highBit);
  const rgb = rgbOf(frame, description);
  const out = new Float32Array(frame.rows * frame.columns);
  for (let i = 0, at = 0; i < out.length; i++, at += 3) {
    out[i] = Math.round(0.299 * rgb[at] + 0.587 * rgb[at + 1] + 0.114 * rgb[at + 2]);
  }
  return out;
}
