import { clip, type Box } from './boxes';
import type { NativeFrame } from './codecs/frameCodecs';
import { PixelDataError } from './errors';
import type { PixelDescription } from './pixelDescription';
import { storedValues } from './storedValues';

/**
 * The value that shows black, one number per sample: 0 for MONOCHROME2 (the frame's lowest value if signed), the largest for
 * MONOCHROME1, black in the colour model, the darkest entry of a palette. Within Bits Stored (PS3.3 C.7.6.3.1.2).
 */
export function fillValue(frame: NativeFrame, description: PixelDescription): number[] {
  const { bitsStored, signed, photometricInterpretation } = frame;
  switch (photometricInterpretation) {
    case 'MONOCHROME1':
      return [2 ** (signed ? bitsStored - 1 : bitsStored) - 1];
    case 'MONOCHROME2':
      return [signed ? Math.min(0, lowest(storedValues(frame, description.highBit))) : 0];
    case 'PALETTE COLOR':
      return [darkestIndex(description, bitsStored)];
    case 'YBR_FULL':
    case 'YBR_FULL_422':
      return [0, 2 ** (bitsStored - 1), 2 ** (bitsStored - 1)];
    default:
      return [0, 0, 0];
  }
}

function lowest(values: Float32Array): number {
  let min = Infinity;
  for (const v of values) if (v < min) min = v;
  return min;
}

function darkestIndex({ palette }: PixelDescription, bitsStored: number): number {
  if (!palette) return 0;
  let best = 0;
  let least = Infinity;
  const reachable = Math.min(palette.red.length, 2 ** bitsStored - Math.max(0, palette.first));
  for (let i = 0; i < reachable; i++) {
    const light = palette.red[i] + palette.green[i] + palette.blue[i];
    if (light < least) [best, least] = [i, light];
  }
  return Math.max(0, palette.first + best);
}

/**
 * Fills the boxes of one native little endian frame in place with the value that shows black. Whole cells are written, so
 * embedded overlay bits above High Bit go too. Returns the fill value.
 */
export function fillBoxes(frame: NativeFrame, description: PixelDescription, boxes: readonly Box[]): number[] {
  const fill = fillValue(frame, description);
  const { rows, columns, bytes, bitsAllocated } = frame;
  const inside = boxes.flatMap(box => clip(box, columns, rows) ?? []);
  if (bitsAllocated === 1) {
    for (const box of inside) fillBits(bytes, columns, box, fill[0]);
  } else if (isSubsampled(frame)) {
    for (const box of inside) fillSubsampled(bytes, columns, box, fill);
  } else {
    const cells = fill.map(v => cell(v, frame, description.highBit));
    for (const box of inside) fillCells(frame, box, cells);
  }
  return fill;
}

function isSubsampled({ photometricInterpretation, bytes, rows, columns }: NativeFrame): boolean {
  return photometricInterpretation === 'YBR_FULL_422' && bytes.length < 3 * rows * columns;
}

/** Little endian bytes of one sample; a negative value is sign extended over the whole cell. */
function cell(value: number, { bitsAllocated, bitsStored }: NativeFrame, highBit: number): Uint8Array {
  const shifted = value * 2 ** (highBit + 1 - bitsStored);
  const view = new DataView(new ArrayBuffer(4));
  view.setInt32(0, shifted | 0, true);
  if (shifted > 0x7fffffff) view.setUint32(0, shifted, true);
  return new Uint8Array(view.buffer, 0, bitsAllocated >> 3);
}

function fillCells(frame: NativeFrame, box: Box, cells: readonly Uint8Array[]): void {
  const { bytes, rows, columns, planarConfiguration } = frame;
  const size = cells[0].length;
  const samples = cells.length;
  cells.forEach((value, sample) => {
    const step = planarConfiguration === 1 ? size : samples * size;
    const base = planarConfiguration === 1 ? sample * rows * columns * size : sample * size;
    for (let y = box.y; y < box.y + box.height; y++) {
      let at = base + (y * columns + box.x) * step;
      for (let x = 0; x < box.width; x++, at += step) for (let b = 0; b < size; b++) bytes[at + b] = value[b];
    }
  });
}

/** Pixel pairs share their chrominance, so the box is widened to whole pairs. */
function fillSubsampled(bytes: Uint8Array, columns: number, box: Box, [y0, cb, cr]: readonly number[]): void {
  const from = box.x & ~1;
  const to = Math.min(columns, (box.x + box.width + 1) & ~1);
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = from; x < to; x += 2) {
      const at = 2 * (y * columns + x);
      bytes.set([y0, y0, cb, cr], at);
    }
  }
}

function fillBits(bytes: Uint8Array, columns: number, box: Box, value: number): void {
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let i = y * columns + box.x; i < y * columns + box.x + box.width; i++) {
      if (value) bytes[i >> 3] |= 1 << (i & 7);
      else bytes[i >> 3] &= ~(1 << (i & 7));
    }
  }
}

/** Clears bits of every cell of a native little endian frame in place; true if any of them was set. */
export function clearBits(frame: NativeFrame, mask: number): boolean {
  const { bytes, bitsAllocated } = frame;
  if (bitsAllocated !== 8 && bitsAllocated !== 16) return false;
  const size = bitsAllocated >> 3;
  const masks = [mask & 0xff, (mask >> 8) & 0xff];
  let found = false;
  for (let i = 0; i < bytes.length; i++) {
    const m = masks[size === 1 ? 0 : i & 1];
    if (bytes[i] & m) {
      found = true;
      bytes[i] &= ~m;
    }
  }
  return found;
}

/** A frame whose bits do not start on a byte cannot be changed on its own. */
export function assertWholeBytes(description: PixelDescription): void {
  const { rows, columns, bitsAllocated, frames } = description;
  if (bitsAllocated === 1 && frames > 1 && (rows * columns) % 8 !== 0) {
    throw new PixelDataError('pixel-description', 'Single-bit frames that do not end on a byte cannot be cleaned.');
  }
}
