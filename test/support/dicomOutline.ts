import type { ByteSource } from '../../src/dicom/byteSource';
import { memorySource } from '../../src/dicom/byteSource';
import type { DicomFile } from '../../src/dicom/dicomFile';
import type { OutputPart } from '../../src/dicom/edits';
import { RowFlag, vrText } from '../../src/dicom/elementTable';
import { openDicom } from '../../src/dicom/openFile';
import { childRows, findRow } from '../../src/dicom/rows';
import { stringValues, valueBytes } from '../../src/dicom/values';
import { tagText } from '../../src/dicom/problemLog';

/** A data set as plain data, to compare and to print in a failing test. */
export interface Outline {
  readonly tag: string;
  readonly vr: string;
  readonly value?: string;
  readonly children?: readonly (readonly Outline[] | string)[];
}

export function open(bytes: Uint8Array): DicomFile {
  return openDicom(memorySource(bytes));
}

export function outline(file: DicomFile, parent = -1): Outline[] {
  const table = file.dataSet;
  return childRows(table, parent).map(row => {
    const head = { tag: tagText(table.tag[row]), vr: vrText(table.vr[row]) };
    if (table.flags[row] & RowFlag.sequence)
      return { ...head, children: childRows(table, row).map(item => outline(file, item)) };
    if (table.flags[row] & RowFlag.encapsulated)
      return { ...head, children: childRows(table, row).map(fragment => hex(valueBytes(file, fragment))) };
    return { ...head, value: hex(valueBytes(file, row)) };
  });
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function assemble(source: ByteSource, parts: readonly OutputPart[]): Uint8Array {
  return Buffer.concat(
    parts.map(part => (part.kind === 'bytes' ? part.bytes : source.read(part.start, part.end - part.start).slice())),
  );
}

/** The values of a top-level attribute. */
export function values(file: DicomFile, tag: number, parent = -1): string[] {
  const row = findRow(file.dataSet, tag, parent);
  return row < 0 ? [] : stringValues(file, row);
}

export function damages(file: DicomFile): string[] {
  return file.problems.filter(p => p.severity === 'damage').map(p => p.code);
}

export function notes(file: DicomFile): string[] {
  return file.problems.filter(p => p.severity === 'note').map(p => p.code);
}

/**
 * What must hold of every table whatever the bytes: rows nest, ranges lie inside their parent's and do not overlap.
 * Returns the first violation as text, '' if there is none.
 */
export function inconsistency(file: DicomFile): string {
  const t = file.dataSet;
  const check = (parent: number): string => {
    let at = parent < 0 ? (file.encoding.deflated ? 0 : file.dataSetStart) : t.valueStart[parent];
    const limit = parent < 0 ? file.dataSource.size : t.valueEnd[parent];
    const end = parent < 0 ? t.count : t.next[parent];
    for (let row = parent + 1; row < end; row = t.next[row]) {
      if (t.parent[row] !== parent) return `row ${row}: parent`;
      if (t.next[row] <= row || t.next[row] > end) return `row ${row}: next`;
      if (t.start[row] < at) return `row ${row}: overlaps`;
      if (t.valueStart[row] <= t.start[row] || t.valueEnd[row] < t.valueStart[row]) return `row ${row}: value`;
      if (t.end[row] < t.valueEnd[row] || t.end[row] > limit) return `row ${row}: end`;
      const inner = check(row);
      if (inner !== '') return inner;
      at = t.end[row];
    }
    return '';
  };
  return check(-1);
}
