import type { ByteSource } from '../../../dicom/byteSource';
import type { DicomFile, Problem } from '../../../dicom/dicomFile';
import type { ElementTable } from '../../../dicom/elementTable';
import { RowFlag } from '../../../dicom/elementTable';
import { openDicom } from '../../../dicom/openFile';
import { UserError } from '../../../protocol/userError';

/** Where a node of the viewer is: a row of the file meta table or of the data set's. */
export interface Place {
  readonly table: ElementTable;
  readonly source: ByteSource;
  readonly row: number;
  readonly isMeta: boolean;
}

/**
 * Rows to make room for, by the size of a file in bytes: a data element of a header-only file is seldom shorter than this.
 * What is not used of the room is never touched and takes no memory.
 */
function roomFor(size: number): number {
  return Math.max(256, Math.min(400_000, Math.ceil(size / 30)));
}

/**
 * An open file as the viewer numbers it: rows of the file meta table first, then rows of the data set. A number (`id`) is
 * valid as long as the file is not read again.
 */
export class LoadedFile {
  readonly file: DicomFile;
  readonly metaCount: number;
  readonly count: number;
  readonly #children = new Map<number, Int32Array>();
  #problems: ReadonlyMap<number, readonly Problem[]> | undefined;

  /** @throws NotDicomError with a sentence for the user. */
  constructor(source: ByteSource) {
    this.file = openDicom(source, roomFor(source.size));
    this.metaCount = this.file.meta.count;
    this.count = this.metaCount + this.file.dataSet.count;
  }

  place(id: number): Place {
    const { file, metaCount } = this;
    if (id < 0 || id >= this.count) throw new UserError('There is no such row; the file may have changed.');
    return id < metaCount
      ? { table: file.meta, source: file.source, row: id, isMeta: true }
      : { table: file.dataSet, source: file.dataSource, row: id - metaCount, isMeta: false };
  }

  /** Id of the enclosing node, -1 at the top. */
  parent(id: number): number {
    const { table, row, isMeta } = this.place(id);
    const parent = table.parent[row];
    return parent < 0 ? -1 : parent + (isMeta ? 0 : this.metaCount);
  }

  /** Id after the last node of this subtree. */
  next(id: number): number {
    const { table, row, isMeta } = this.place(id);
    return table.next[row] + (isMeta ? 0 : this.metaCount);
  }

  tag(id: number): number {
    const { table, row } = this.place(id);
    return table.tag[row];
  }

  flags(id: number): number {
    const { table, row } = this.place(id);
    return table.flags[row];
  }

  /** True if the node holds nodes: a sequence or item with content, or encapsulated pixel data. */
  isContainer(id: number): boolean {
    return this.next(id) > id + 1;
  }

  isItem(id: number): boolean {
    return (this.flags(id) & (RowFlag.item | RowFlag.fragment)) !== 0;
  }

  /** Ids directly inside `parent`; -1: the top, file meta elements first. Kept, since positions are asked for often. */
  children(parent: number): Int32Array {
    const known = this.#children.get(parent);
    if (known) return known;
    const ids: number[] = [];
    const end = parent < 0 ? this.count : this.next(parent);
    for (let id = parent + 1; id < end; id = this.next(id)) ids.push(id);
    const list = Int32Array.from(ids);
    this.#children.set(parent, list);
    return list;
  }

  /** Position of a node among its siblings, 0-based. */
  position(id: number): number {
    const siblings = this.children(this.parent(id));
    let low = 0;
    let high = siblings.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (siblings[middle] < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** First node with a tag directly inside `parent`; -1 if there is none. */
  find(tag: number, parent = -1): number {
    const end = parent < 0 ? this.count : this.next(parent);
    for (let id = parent + 1; id < end; id = this.next(id)) if (this.tag(id) === tag) return id;
    return -1;
  }

  /** Problems whose offset lies in a node and in none of its children. */
  problems(id: number): readonly Problem[] {
    this.#problems ??= this.#placeProblems();
    return this.#problems.get(id) ?? [];
  }

  #placeProblems(): ReadonlyMap<number, readonly Problem[]> {
    const placed = new Map<number, Problem[]>();
    for (const problem of this.file.problems) {
      const id = this.#at(problem.offset);
      const list = placed.get(id);
      if (list) list.push(problem);
      else placed.set(id, [problem]);
    }
    return placed;
  }

  /** The innermost node that covers an offset, else the last one before it. */
  #at(offset: number): number {
    const { file, metaCount } = this;
    const inMeta = !file.encoding.deflated && offset < file.dataSetStart;
    const table = inMeta ? file.meta : file.dataSet;
    let low = 0;
    let high = table.count - 1;
    // Starts never decrease in document order.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (table.start[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low) + (inMeta ? 0 : metaCount);
  }
}
