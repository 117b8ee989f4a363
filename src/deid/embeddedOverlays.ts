import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag } from '../dicom/elementTable';
import { findRow } from '../dicom/rows';
import { numberValues } from '../dicom/values';
import { isOverlayGroup, PIXEL_DATA } from './tags';

/**
 * Overlay planes whose bits lie in unused high bits of the pixel cells (PS3.5-2004 8.1.2, retired): removing the group
 * does not remove the drawing.
 * @returns the bits of each pixel cell to clear; 0 if there are none.
 */
export function embeddedOverlayBits(file: DicomFile): number {
  const { dataSet } = file;
  const value = (tag: number): number | undefined => {
    const row = findRow(dataSet, tag);
    return row < 0 ? undefined : numberValues(file, row)[0];
  };
  let mask = 0;
  let seen = -1;
  for (let row = 0; row < dataSet.count; row = dataSet.next[row]!) {
    const group = dataSet.tag[row]! >>> 16;
    if (group > 0x60ff) break;
    if (!isOverlayGroup(group) || group === seen) continue;
    seen = group;
    const at = (element: number): number => ((group << 16) | element) >>> 0;
    const position = value(at(0x0102));
    const data = findRow(dataSet, at(0x3000));
    if (position === undefined || position <= 0 || position > 31) continue;
    if (data >= 0 && dataSet.valueEnd[data]! > dataSet.valueStart[data]!) continue;
    mask |= 1 << position;
  }
  if (mask === 0) return 0;
  const stored = value(0x00280101) ?? 0;
  const highBit = value(0x00280102) ?? 0;
  // A position inside the stored bits is nonsense: the pixels are worth more than an overlay that can not be there.
  for (let bit = Math.max(0, highBit - stored + 1); bit <= highBit; bit++) mask &= ~(1 << bit);
  return mask >>> 0;
}

/**
 * Native Pixel Data with the bits of `mask` cleared in every pixel cell.
 * @returns undefined if the pixel data is encapsulated or not of 8 or 16 bits: then its decoder must do it.
 */
export function clearPixelBits(file: DicomFile, mask: number): Uint8Array | undefined {
  const { dataSet } = file;
  const row = findRow(dataSet, PIXEL_DATA);
  if (row < 0) return new Uint8Array(0);
  if (dataSet.flags[row]! & (RowFlag.encapsulated | RowFlag.undefinedLength)) return undefined;
  const allocated = findRow(dataSet, 0x00280100);
  const bits = allocated < 0 ? 0 : numberValues(file, allocated)[0];
  if (bits !== 8 && bits !== 16) return undefined;
  const start = dataSet.valueStart[row]!;
  const out = file.dataSource.read(start, dataSet.valueEnd[row]! - start).slice();
  if (bits === 8) for (let i = 0; i < out.length; i++) out[i]! &= ~mask & 0xff;
  else {
    const big = (dataSet.flags[row]! & RowFlag.bigEndian) !== 0;
    const low = ~mask & 0xff;
    const high = (~mask >> 8) & 0xff;
    for (let i = 0; i + 1 < out.length; i += 2) {
      out[i]! &= big ? high : low;
      out[i + 1]! &= big ? low : high;
    }
  }
  return out;
}
