import { PixelDataError } from '../errors';

/** Sizes of one uncompressed frame. */
export interface RleShape {
  readonly pixels: number;
  readonly samplesPerPixel: number;
  readonly bytesPerSample: number;
}

/**
 * One RLE frame (PS3.5 Annex G) to native little endian bytes, samples of a pixel side by side. Each segment holds one byte
 * plane, most significant byte first. A segment that ends early leaves zeros behind only if nothing at all is missing.
 */
export function decodeRle(frame: Uint8Array, shape: RleShape): Uint8Array {
  const { pixels, samplesPerPixel, bytesPerSample } = shape;
  const planes = samplesPerPixel * bytesPerSample;
  const header = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 64 || header.getUint32(0, true) !== planes) {
    throw new PixelDataError('undecodable-frame', `RLE header: expected ${planes} segments.`);
  }
  const out = new Uint8Array(pixels * planes);
  for (let plane = 0; plane < planes; plane++) {
    const sample = Math.floor(plane / bytesPerSample);
    const offset = sample * bytesPerSample + bytesPerSample - 1 - (plane % bytesPerSample);
    const start = header.getUint32(4 + 4 * plane, true);
    const end = plane + 1 < planes ? header.getUint32(8 + 4 * plane, true) : frame.length;
    if (start < 64 || end < start || end > frame.length) {
      throw new PixelDataError('undecodable-frame', `RLE segment ${plane + 1} lies outside the frame.`);
    }
    if (unpackBits(frame, start, end, out, offset, planes) < pixels) {
      throw new PixelDataError('undecodable-frame', `RLE segment ${plane + 1} ends before the last pixel.`);
    }
  }
  return out;
}

/** Expands one segment into every `stride`-th byte of `out`; returns how many bytes came out (PS3.5 G.3.2). */
function unpackBits(
  input: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  offset: number,
  stride: number,
): number {
  const limit = out.length;
  let at = offset;
  let i = start;
  let count = 0;
  while (i < end && at < limit) {
    const control = input[i++];
    if (control === 128) continue;
    if (control < 128) {
      for (let n = control + 1; n > 0 && i < end && at < limit; n--, at += stride, count++) out[at] = input[i++];
    } else if (i < end) {
      const value = input[i++];
      for (let n = 257 - control; n > 0 && at < limit; n--, at += stride, count++) out[at] = value;
    }
  }
  return count;
}

/** Native little endian bytes of one frame, samples side by side, to one RLE frame of even length (PS3.5 Annex G). */
export function encodeRle(native: Uint8Array, shape: RleShape): Uint8Array {
  const { pixels, samplesPerPixel, bytesPerSample } = shape;
  const planes = samplesPerPixel * bytesPerSample;
  if (planes > 15) throw new PixelDataError('undecodable-frame', 'RLE holds at most 15 byte planes.');
  const segments: Uint8Array[] = [];
  const plane = new Uint8Array(pixels);
  for (let p = 0; p < planes; p++) {
    const offset = Math.floor(p / bytesPerSample) * bytesPerSample + bytesPerSample - 1 - (p % bytesPerSample);
    for (let i = 0, at = offset; i < pixels; i++, at += planes) plane[i] = native[at];
    segments.push(packBits(plane));
  }
  const out = new Uint8Array(64 + segments.reduce((n, s) => n + s.length, 0));
  const header = new DataView(out.buffer);
  header.setUint32(0, planes, true);
  let at = 64;
  segments.forEach((segment, i) => {
    header.setUint32(4 + 4 * i, at, true);
    out.set(segment, at);
    at += segment.length;
  });
  return out;
}

function packBits(bytes: Uint8Array): Uint8Array {
  // A lone byte costs two, and a lone byte between runs can come every third byte.
  const out = new Uint8Array(2 * bytes.length + 2);
  let o = 0;
  let i = 0;
  while (i < bytes.length) {
    let run = 1;
    while (run < 128 && i + run < bytes.length && bytes[i + run] === bytes[i]) run++;
    if (run > 1) {
      out[o++] = 257 - run;
      out[o++] = bytes[i];
      i += run;
      continue;
    }
    let end = i + 1;
    while (end < bytes.length && end - i < 128 && bytes[end] !== bytes[end + 1]) end++;
    out[o++] = end - i - 1;
    out.set(bytes.subarray(i, end), o);
    o += end - i;
    i = end;
  }
  return out.slice(0, o + (o & 1));
}
