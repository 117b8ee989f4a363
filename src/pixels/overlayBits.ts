import type { Level } from './attributes';
import { unsignedShorts } from './attributes';
import type { PixelDescription } from './pixelDescription';

/**
 * Bits of the pixel cells that hold overlay planes (retired in PS3.3 2004): groups 60xx without Overlay Data whose Overlay Bit
 * Position lies outside the stored bits. They may draw a name as well as any overlay, and nobody removes them with 60xx.
 */
export function embeddedOverlayMask(level: Level, description: PixelDescription): number {
  const { bitsAllocated, bitsStored, highBit, samplesPerPixel } = description;
  if (samplesPerPixel !== 1 || (bitsAllocated !== 8 && bitsAllocated !== 16)) return 0;
  const stored = (2 ** bitsStored - 1) << (highBit + 1 - bitsStored);
  let mask = 0;
  for (let group = 0x6000; group <= 0x601e; group += 2) {
    const element = (e: number) => ((group << 16) | e) >>> 0;
    if (level.rows.has(element(0x3000)) || !level.rows.has(element(0x0010))) continue;
    const position = unsignedShorts(level, element(0x0102))[0];
    if (position === undefined || position >= bitsAllocated) continue;
    mask |= 1 << position;
  }
  // Signed values reach over the whole cell by sign extension: such bits cannot be overlays.
  return description.signed ? 0 : mask & ~stored;
}
