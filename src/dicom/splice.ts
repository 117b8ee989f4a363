import { deflateSync } from 'fflate';
import { ByteWindow } from './byteWindow';
import type { DicomFile } from './dicomFile';
import type { Edit, OutputPart } from './edits';
import { RowFlag } from './elementTable';
import { concatBytes } from './encode';
import { PartBuilder } from './partBuilder';

export interface SpliceOptions {
  /** 128 bytes; zeros if absent, since a preamble may hold anything. */
  readonly preamble?: Uint8Array;
  /** The whole file meta group (`buildFileMeta`). */
  readonly meta: Uint8Array;
}

/**
 * Applies edits to a file and gives the output as parts: preamble, `DICM`, meta group, then the data set with every
 * untouched byte as it was. Lengths of the items and sequences around an edit are corrected where they are defined; nothing
 * is removed that no edit removes (trailing bytes and group lengths stay: see `dropTrailing`). A deflated data set is
 * deflated again (PS3.5 A.5).
 * @throws RangeError if edits are not in order, overlap, lie outside their parent, or a length would pass 4 GiB.
 */
export function splice(file: DicomFile, edits: readonly Edit[], options: SpliceOptions): OutputPart[] {
  const builder = new PartBuilder();
  builder.bytes(options.preamble ?? new Uint8Array(128));
  builder.bytes(Uint8Array.of(0x44, 0x49, 0x43, 0x4d));
  builder.bytes(options.meta);
  if (!file.encoding.deflated) {
    spliceDataSet(file, edits, builder);
    return builder.finish();
  }
  if (edits.length === 0) {
    // Deflating again would give other bytes for the same data set.
    builder.range(file.dataSetStart, file.source.size);
    return builder.finish();
  }
  const dataSet = new PartBuilder();
  spliceDataSet(file, edits, dataSet, Infinity);
  const inflated = concatBytes(dataSet.finish().map(part => (part.kind === 'bytes' ? part.bytes : new Uint8Array(0))));
  const deflated = deflateSync(inflated);
  builder.bytes(deflated);
  if (deflated.length & 1) builder.bytes(new Uint8Array(1));
  return builder.finish();
}

/** Untouched ranges up to this long are copied into the output bytes; longer ones are left to be copied from the source. */
const COPY_LIMIT = 32768;

function spliceDataSet(file: DicomFile, edits: readonly Edit[], builder: PartBuilder, copyLimit = COPY_LIMIT): void {
  checkEdits(file, edits);
  const all = withLengthCorrections(file, edits);
  const start = file.encoding.deflated ? 0 : file.dataSetStart;
  const window = new ByteWindow(file.dataSource);
  let at = start;
  for (const edit of all) {
    copy(builder, window, at, edit.start, copyLimit);
    builder.bytes(edit.bytes);
    at = edit.end;
  }
  copy(builder, window, at, file.dataSource.size, copyLimit);
}

function copy(builder: PartBuilder, window: ByteWindow, from: number, to: number, copyLimit: number): void {
  if (to - from > copyLimit) {
    builder.range(from, to);
    return;
  }
  if (from === to) return;
  if (!window.ensure(from, to - from)) throw new RangeError('The source ended before the length it had announced.');
  builder.bytes(window.bytes.subarray(from - window.start, to - window.start));
}

function checkEdits(file: DicomFile, edits: readonly Edit[]): void {
  const table = file.dataSet;
  let end = file.encoding.deflated ? 0 : file.dataSetStart;
  for (const edit of edits) {
    if (edit.start < end || edit.end < edit.start)
      throw new RangeError(`Edits must be in order and must not overlap (at byte ${edit.start}).`);
    const limit = edit.parent < 0 ? file.dataSource.size : table.valueEnd[edit.parent];
    const first = edit.parent < 0 ? 0 : table.valueStart[edit.parent];
    if (edit.parent >= table.count || edit.start < first || edit.end > limit)
      throw new RangeError(`An edit lies outside its parent (at byte ${edit.start}).`);
    end = edit.end;
  }
}

/** The edits and, in between and in order, the new length fields of everything of defined length around them. */
function withLengthCorrections(file: DicomFile, edits: readonly Edit[]): readonly Edit[] {
  const table = file.dataSet;
  const deltas = new Map<number, number>();
  for (const edit of edits) {
    const delta = edit.bytes.length - (edit.end - edit.start);
    if (delta === 0) continue;
    for (let row = edit.parent; row >= 0; row = table.parent[row])
      if ((table.flags[row] & RowFlag.undefinedLength) === 0) deltas.set(row, (deltas.get(row) ?? 0) + delta);
  }
  if (deltas.size === 0) return edits;
  const corrections: Edit[] = [];
  for (const [row, delta] of deltas) {
    if (delta === 0) continue;
    const length = table.valueEnd[row] - table.valueStart[row] + delta;
    if (length > 0xfffffffe) throw new RangeError('A sequence or item would be longer than 4 GiB.');
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, length, (table.flags[row] & RowFlag.bigEndian) === 0);
    // Items, implicit headers and long explicit headers all end in their 32-bit length.
    corrections.push({ start: table.valueStart[row] - 4, end: table.valueStart[row], bytes, parent: -1 });
  }
  corrections.sort((a, b) => a.start - b.start);
  const merged: Edit[] = [];
  let next = 0;
  for (const edit of edits) {
    while (next < corrections.length && corrections[next].start < edit.start) merged.push(corrections[next++]);
    merged.push(edit);
  }
  while (next < corrections.length) merged.push(corrections[next++]);
  return merged;
}
