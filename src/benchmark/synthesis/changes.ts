import type { DicomFile } from '../../dicom/dicomFile';
import type { Edit } from '../../dicom/edits';
import { vrText } from '../../dicom/elementTable';
import { findRow } from '../../dicom/rows';
import { elementBytes } from './elementBytes';

/** Collects changes to one data set and turns them into edits: every row changes once, new elements stand in tag order. */
export interface Changes {
  /** Row of a top-level attribute, or -1. */
  rowOf(tag: number): number;
  /** Bytes of a row's value; valid until the next call. */
  bytesOf(row: number): Uint8Array;
  /** Latin-1 text of a row's value without padding; '' for row -1. */
  textOf(row: number): string;
  /** Replaces a value; the VR stays as written. The last replacement of a row wins. */
  replace(row: number, value: Uint8Array): void;
  /** Adds a top-level element; the caller makes sure it is not there. */
  insert(tag: number, vr: string, value: Uint8Array): void;
  edits(): Edit[];
}

/** Even length (PS3.5 7.1.1), padded as the VR wants. */
export function padded(vr: string, value: Uint8Array): Uint8Array {
  if ((value.length & 1) === 0) return value;
  const out = new Uint8Array(value.length + 1);
  out.set(value);
  out[value.length] = vr === 'UI' || vr === 'OB' || vr === 'UN' ? 0 : 0x20;
  return out;
}

/** Changes to the data set of an opened file. */
export function changesTo(file: DicomFile): Changes {
  const { dataSet: table, dataSource } = file;
  const replaced = new Map<number, Uint8Array>();
  const inserted = new Map<number, { tag: number; bytes: Uint8Array }[]>();
  const bytesOf = (row: number): Uint8Array =>
    dataSource.read(table.valueStart[row], table.valueEnd[row] - table.valueStart[row]);

  return {
    rowOf: tag => findRow(table, tag),
    bytesOf,
    textOf: row => {
      if (row < 0) return '';
      let text = '';
      for (const byte of bytesOf(row)) text += String.fromCharCode(byte);
      return text.replace(/[\0 ]+$/, '');
    },
    replace: (row, value) => replaced.set(row, value),
    insert: (tag, vr, value) => {
      const at = insertionOffset(file, tag);
      const list = inserted.get(at) ?? [];
      list.push({ tag, bytes: elementBytes(tag, vr, padded(vr, value), file.encoding) });
      inserted.set(at, list);
    },
    edits: () => {
      const out: Edit[] = [];
      for (const [row, value] of replaced) {
        const vr = vrText(table.vr[row]);
        const bytes = elementBytes(table.tag[row], vr, padded(vr, value), file.encoding);
        out.push({ start: table.start[row], end: table.end[row], bytes, parent: table.parent[row] });
      }
      for (const [at, list] of inserted) {
        list.sort((a, b) => a.tag - b.tag);
        const bytes = new Uint8Array(list.reduce((sum, e) => sum + e.bytes.length, 0));
        let offset = 0;
        for (const element of list) {
          bytes.set(element.bytes, offset);
          offset += element.bytes.length;
        }
        out.push({ start: at, end: at, bytes, parent: -1 });
      }
      return out.sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

/** Offset of the first top-level element with a higher tag, or the end of the data set. */
function insertionOffset(file: DicomFile, tag: number): number {
  const { dataSet: table } = file;
  for (let row = 0; row < table.count; row = table.next[row]) if (table.tag[row] > tag) return table.start[row];
  return file.dataSetEnd;
}
