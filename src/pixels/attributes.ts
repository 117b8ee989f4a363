import type { ByteSource } from '../dicom/byteSource';
import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag, type ElementTable } from '../dicom/elementTable';

/** One level of a data set: its elements, found by tag. */
export interface Level {
  readonly table: ElementTable;
  readonly source: ByteSource;
  /** Rows of the elements directly on this level. */
  readonly rows: ReadonlyMap<number, number>;
}

/** The top level of a file's data set. */
export function topLevel(file: DicomFile): Level {
  return levelOf(file.dataSet, file.dataSource, 0, file.dataSet.count);
}

function levelOf(table: ElementTable, source: ByteSource, first: number, end: number): Level {
  const rows = new Map<number, number>();
  // The last one wins nowhere in DICOM: a repeated tag is damage, and the first is what readers use.
  for (let row = first; row < end; row = table.next[row]) if (!rows.has(table.tag[row])) rows.set(table.tag[row], row);
  return { table, source, rows };
}

/** The items of a sequence, each as a level of its own; empty if it is absent. */
export function items(level: Level, tag: number): Level[] {
  const row = level.rows.get(tag);
  if (row === undefined || !(level.table.flags[row] & RowFlag.sequence)) return [];
  const out: Level[] = [];
  const { table, source } = level;
  for (let item = row + 1; item < table.next[row]; item = table.next[item]) {
    out.push(levelOf(table, source, item + 1, table.next[item]));
  }
  return out;
}

/** Value bytes of an element, copied; undefined if it is absent. */
export function valueBytes(level: Level, tag: number): Uint8Array | undefined {
  const row = level.rows.get(tag);
  if (row === undefined) return undefined;
  const { valueStart, valueEnd } = level.table;
  return level.source.read(valueStart[row], valueEnd[row] - valueStart[row]).slice();
}

/** Values of a text VR (CS, IS, DS, UI, LO ...) as Latin-1, padding removed; enough for codes and numbers. */
export function texts(level: Level, tag: number): string[] {
  const bytes = valueBytes(level, tag);
  if (!bytes || bytes.length === 0) return [];
  let text = '';
  for (const b of bytes) text += String.fromCharCode(b);
  return text.split('\\').map(v => v.replace(/^[ \0]+|[ \0]+$/g, ''));
}

/** First text value, '' if absent or empty. */
export function text(level: Level, tag: number): string {
  return texts(level, tag)[0] ?? '';
}

/** Numbers of a DS or IS element; entries that are no numbers are left out. */
export function decimals(level: Level, tag: number): number[] {
  return texts(level, tag)
    .map(v => (v === '' ? NaN : Number(v)))
    .filter(v => Number.isFinite(v));
}

/** 16-bit unsigned values (US, or a US-or-SS element read as unsigned), in the byte order of the element. */
export function unsignedShorts(level: Level, tag: number): number[] {
  const view = shortsView(level, tag);
  return view
    ? Array.from({ length: view.data.byteLength >> 1 }, (_, i) => view.data.getUint16(2 * i, view.little))
    : [];
}

/** 32-bit unsigned values (UL), in the byte order of the element. */
export function unsignedLongs(level: Level, tag: number): number[] {
  const view = shortsView(level, tag);
  return view
    ? Array.from({ length: view.data.byteLength >> 2 }, (_, i) => view.data.getUint32(4 * i, view.little))
    : [];
}

function shortsView(level: Level, tag: number): { data: DataView; little: boolean } | undefined {
  const bytes = valueBytes(level, tag);
  const row = level.rows.get(tag);
  if (!bytes || row === undefined) return undefined;
  const little = !(level.table.flags[row] & RowFlag.bigEndian);
  return { data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), little };
}
