import type { DicomFile } from '../../dicom/dicomFile';
import type { Edit } from '../../dicom/edits';
import { insertElement, replaceValue } from '../../dicom/makeEdit';
import { findRow } from '../../dicom/rows';

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
  /** Replaces an element with encoded bytes, header included. */
  replaceElement(row: number, element: Uint8Array): void;
  isReplaced(row: number): boolean;
  /** Adds a top-level element; the caller makes sure it is not there. The last one of a tag wins. */
  insert(tag: number, vr: string, value: Uint8Array): void;
  /** The edits in the order `splice` wants. */
  edits(): Edit[];
}

/** Changes to the data set of an opened file. */
export function changesTo(file: DicomFile): Changes {
  const { dataSet: table, dataSource } = file;
  const replaced = new Map<number, Uint8Array>();
  const elements = new Map<number, Uint8Array>();
  const inserted = new Map<number, { readonly vr: string; readonly value: Uint8Array }>();
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
    replace: (row, value) => void replaced.set(row, value),
    replaceElement: (row, element) => void elements.set(row, element),
    isReplaced: row => replaced.has(row),
    insert: (tag, vr, value) => void inserted.set(tag >>> 0, { vr, value }),
    edits: () => {
      const inserts = [...inserted]
        .sort(([a], [b]) => a - b)
        .map(([tag, { vr, value }]) => insertElement(file, -1, tag, vr, value));
      const replacements = [...replaced].map(([row, value]) => replaceValue(file, row, value));
      const whole = [...elements].map(([row, bytes]): Edit => ({
        start: table.start[row],
        end: table.end[row],
        bytes,
        parent: table.parent[row],
      }));
      // Insertions first, so that at equal offsets they stand before the element that follows; the sort is stable.
      return [...inserts, ...replacements, ...whole].sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}
