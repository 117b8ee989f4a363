import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag } from '../../dicom/elementTable';
import { valueBytes } from '../../dicom/values';

/** Manufacturer and Manufacturer's Model Name: the name of a firm may be that of a person. */
const FIRMS: ReadonlySet<number> = new Set([0x00080070, 0x00081090]);

/** Longest value of LO, in characters of at most four bytes (PS3.5 6.2). */
const LONGEST = 256;

/**
 * What identifies the value of an element that holds vocabulary: a Private Creator (PS3.5 7.8.1), a manufacturer or a model.
 * Such a value names a dictionary or a product, is the same in all files of a device, and must stay for the file to be
 * understood. Undefined for every other element, so that free text is never taken for vocabulary.
 */
export function vocabularyKey(file: DicomFile, row: number): string | undefined {
  const { tag, flags, valueStart, valueEnd } = file.dataSet;
  const which = tag[row]!;
  if (flags[row]! & (RowFlag.sequence | RowFlag.item | RowFlag.fragment | RowFlag.encapsulated)) return undefined;
  if (!isPrivateCreator(which) && !FIRMS.has(which)) return undefined;
  if (valueEnd[row]! - valueStart[row]! > LONGEST) return undefined;
  const text = String.fromCharCode(...valueBytes(file, row)).replace(/[\0 ]+$/, '');
  return `${isPrivateCreator(which) ? which >>> 16 : which}\0${text}`;
}

/** Keys of all vocabulary in a file. */
export function vocabularyOf(file: DicomFile): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let row = 0; row < file.dataSet.count; row++) {
    const key = vocabularyKey(file, row);
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

function isPrivateCreator(tag: number): boolean {
  const element = tag & 0xffff;
  return ((tag >>> 16) & 1) === 1 && element >= 0x10 && element <= 0xff;
}
