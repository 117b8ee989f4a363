import type { NativeFrame } from './codecs/frameCodecs';
import type { PixelDescription } from './pixelDescription';
import { fillValue } from './redaction';

/** How two frames differ. */
export interface FrameChange {
  /** Pixels that now have the value that shows black, and had another. */
  readonly blanked: number;
  /** Pixels that changed to anything else. */
  readonly altered: number;
}

/**
 * Compares a frame with what it was before, sample by sample. Bits of the cells above the stored ones, where overlays were
 * drawn once, are left out when they are clear afterwards. Null if the frames have not the same shape.
 * @param description of the instance before
 */
export function frameChange(
  before: NativeFrame,
  after: NativeFrame,
  description: PixelDescription,
): FrameChange | null {
  const { rows, columns, samplesPerPixel, bitsAllocated } = before;
  if (
    rows !== after.rows ||
    columns !== after.columns ||
    samplesPerPixel !== after.samplesPerPixel ||
    bitsAllocated !== after.bitsAllocated ||
    before.planarConfiguration !== after.planarConfiguration ||
    before.bytes.length !== after.bytes.length
  )
    return null;
  const { photometricInterpretation } = before;
  const shift = description.highBit + 1 - before.bitsStored;
  const stored = (2 ** before.bitsStored - 1) * 2 ** shift;
  // Only the stored bits count: a fill of a signed image is extended over the whole cell.
  const fill = fillValue(before, { ...description, photometricInterpretation }).map(value =>
    stored >= 2 ** 31 ? value >>> 0 : ((value * 2 ** shift) & stored) >>> 0,
  );
  const [a, b] = [cells(before), cells(after)];
  const pixels = rows * columns;
  // Two pixels that share their chrominance are four samples: Y, Y, Cb, Cr (PS3.3 C.7.6.3.1.2).
  const paired = samplesPerPixel === 3 && a.length < pixels * 3 && a.length >= pixels * 2;
  if (paired) fill.unshift(fill[0]!);
  const perUnit = paired ? 4 : samplesPerPixel;
  const units = paired ? pixels / 2 : pixels;
  if (a.length < units * perUnit) return null;
  const planar = before.planarConfiguration === 1 && samplesPerPixel > 1 && !paired;
  let blanked = 0;
  let altered = 0;
  for (let unit = 0; unit < units; unit++) {
    let same = true;
    let black = true;
    for (let s = 0; s < perUnit; s++) {
      const at = planar ? s * pixels + unit : unit * perUnit + s;
      const now = (b[at]! & stored) >>> 0;
      if ((a[at]! & stored) >>> 0 !== now || ((b[at]! & ~stored) !== 0 && a[at] !== b[at])) same = false;
      if (now !== fill[s]) black = false;
    }
    if (same) continue;
    if (black) blanked += paired ? 2 : 1;
    else altered += paired ? 2 : 1;
  }
  return { blanked, altered };
}

function cells({ bytes, bitsAllocated }: NativeFrame): Uint8Array | Uint16Array | Uint32Array {
  if (bitsAllocated === 8) return bytes;
  if (bitsAllocated === 1)
    return Uint8Array.from({ length: bytes.length * 8 }, (_, i) => (bytes[i >> 3]! >> (i & 7)) & 1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bitsAllocated === 16) {
    const cells = new Uint16Array(bytes.length >> 1);
    for (let i = 0; i < cells.length; i++) cells[i] = view.getUint16(2 * i, true);
    return cells;
  }
  const cells32 = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < cells32.length; i++) cells32[i] = view.getUint32(4 * i, true);
  return cells32;
}
