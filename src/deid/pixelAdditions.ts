import type { DicomFile } from '../dicom/dicomFile';
import { vrText } from '../dicom/elementTable';
import { concatBytes, encodeElement } from '../dicom/encode';
import { findRow } from '../dicom/rows';
import { numberValues } from '../dicom/values';
import type { Addition } from './fileWalk';
import type { PixelOutcome } from './outcome';
import { PIXEL_DATA } from './tags';

/** Extended offset table and lengths, and the icon: what speaks of, or shows, the old frames. */
const OF_OLD_FRAMES = [0x00880200, 0x7fe00001, 0x7fe00002];
const BITS_ALLOCATED = 0x00280100;
const SEQUENCE_DELIMITER = Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0);

/** New Pixel Data and the attributes that change with it, as elements to write in place of the old ones. */
export function pixelAdditions(file: DicomFile, replacement: NonNullable<PixelOutcome['replacement']>): Addition[] {
  const additions: Addition[] = replacement.attributes.map(({ tag, vr, bytes }) => ({
    tag,
    bytes: bytes === null ? new Uint8Array(0) : encodeElement(tag, vr, bytes, file.encoding),
  }));
  for (const tag of OF_OLD_FRAMES) {
    if (!additions.some(a => a.tag === tag)) additions.push({ tag, bytes: new Uint8Array(0) });
  }
  const row = findRow(file.dataSet, PIXEL_DATA);
  const bits = findRow(file.dataSet, BITS_ALLOCATED);
  // Native samples of more than 8 bits are OW (PS3.5 A.2), while all encapsulated ones were OB.
  const wide = bits >= 0 && (numberValues(file, bits)[0] ?? 0) > 8;
  const vr = row < 0 || wide ? 'OW' : vrText(file.dataSet.vr[row]!);
  additions.push({
    tag: PIXEL_DATA,
    bytes: replacement.encapsulated
      ? encapsulated(replacement.pixelData)
      : encodeElement(PIXEL_DATA, vr === 'UN' ? 'OW' : vr, concatBytes(replacement.pixelData), file.encoding),
  });
  return additions;
}

/** Encapsulated pixel data is always explicit VR little endian, OB, of undefined length (PS3.5 A.4). */
function encapsulated(pieces: readonly Uint8Array[]): Uint8Array {
  const header = Uint8Array.of(0xe0, 0x7f, 0x10, 0, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff);
  return concatBytes([header, ...pieces, SEQUENCE_DELIMITER]);
}

/** Native Pixel Data with other bytes of the same length. */
export function maskedPixels(file: DicomFile, bytes: Uint8Array): Addition[] {
  const row = findRow(file.dataSet, PIXEL_DATA);
  if (row < 0) return [];
  return [{ tag: PIXEL_DATA, bytes: encodeElement(PIXEL_DATA, vrText(file.dataSet.vr[row]!), bytes, file.encoding) }];
}
