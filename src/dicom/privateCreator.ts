import { latin1 } from './characterSet';
import type { DicomFile } from './dicomFile';
import { findRow } from './rows';
import { enclosingItem, valueBytes } from './values';

/** True for a data element of a private group (odd group, PS3.5 7.8). */
export function isPrivateTag(tag: number): boolean {
  return ((tag >>> 16) & 1) === 1;
}

/** True for a Private Creator element (gggg,0010) to (gggg,00FF). */
export function isPrivateCreatorTag(tag: number): boolean {
  const element = tag & 0xffff;
  return isPrivateTag(tag) && element >= 0x10 && element <= 0xff;
}

/** Tag of the Private Creator element that reserves the block `tag` lies in (PS3.5 7.8.1); 0 if there can be none. */
export function creatorTag(tag: number): number {
  const block = (tag & 0xffff) >>> 8;
  return isPrivateTag(tag) && block >= 0x10 ? ((tag & 0xffff0000) | block) >>> 0 : 0;
}

/**
 * The private creator of a private data element, blanks trimmed, case kept; `undefined` if nothing in the same item (or at
 * the top of the data set) reserves its block, if the creator is empty, or if the element is not private. Creators of
 * enclosing data sets do not count (PS3.5 7.8.1).
 */
export function privateCreator(file: DicomFile, row: number): string | undefined {
  const table = file.dataSet;
  const tag = creatorTag(table.tag[row]);
  if (tag === 0) return undefined;
  const creator = findRow(table, tag, enclosingItem(table, row));
  if (creator < 0) return undefined;
  // LO by the standard, but written as UN by some; ASCII in practice.
  const text = latin1(valueBytes(file, creator).subarray(0, 1024)).replace(/^[ \0]+|[ \0]+$/g, '');
  return text === '' ? undefined : text;
}
