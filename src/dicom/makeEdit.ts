import type { DicomFile } from './dicomFile';
import type { Edit } from './edits';
import { RowFlag, vrText } from './elementTable';
import type { PlaceEncoding } from './encode';
import { encodeElement } from './encode';

const EMPTY = new Uint8Array(0);

/** The encoding new elements need inside an item row, or at the top of the data set (-1). */
export function placeEncoding(file: DicomFile, parent: number): PlaceEncoding {
  return parent < 0 ? file.encoding : rowEncoding(file, parent);
}

/** The encoding a row's own header is written in. */
export function rowEncoding(file: DicomFile, row: number): PlaceEncoding {
  const flags = file.dataSet.flags[row];
  return { implicit: (flags & RowFlag.implicit) !== 0, bigEndian: (flags & RowFlag.bigEndian) !== 0 };
}

/**
 * Gives an element a new value (in the byte order of the element; padded here), and a new VR if one is given. The header
 * keeps the form it had.
 */
export function replaceValue(file: DicomFile, row: number, bytes: Uint8Array, vr?: string): Edit {
  const table = file.dataSet;
  const old = vrText(table.vr[row]);
  // An unknown attribute of an implicit data set was given VR SQ or UN by us; implicit headers carry no VR anyway.
  const element = encodeElement(table.tag[row], vr ?? old, bytes, rowEncoding(file, row));
  return { start: table.start[row], end: table.end[row], bytes: element, parent: table.parent[row] };
}

/** Removes an element, or an item of a sequence, with everything in it. */
export function removeRow(file: DicomFile, row: number): Edit {
  const table = file.dataSet;
  return { start: table.start[row], end: table.end[row], bytes: EMPTY, parent: table.parent[row] };
}

/** Inserts an element in `parent` (an item row, or -1) before the first element with a greater tag (PS3.5 7.1). */
export function insertElement(file: DicomFile, parent: number, tag: number, vr: string, bytes: Uint8Array): Edit {
  const at = insertionPoint(file, parent, tag);
  return { start: at, end: at, bytes: encodeElement(tag, vr, bytes, placeEncoding(file, parent)), parent };
}

/** Offset at which an element with `tag` belongs in `parent`. */
export function insertionPoint(file: DicomFile, parent: number, tag: number): number {
  const table = file.dataSet;
  const end = parent < 0 ? table.count : table.next[parent];
  for (let row = parent + 1; row < end; row = table.next[row]) if (table.tag[row] > tag >>> 0) return table.start[row];
  return parent < 0 ? file.dataSetEnd : table.valueEnd[parent];
}

/** Drops what follows the last data element; `undefined` if nothing does. */
export function dropTrailing(file: DicomFile): Edit | undefined {
  const end = file.dataSource.size;
  return file.dataSetEnd < end ? { start: file.dataSetEnd, end, bytes: EMPTY, parent: -1 } : undefined;
}
