import type { ElementTable } from './elementTable';

/** Bytes of one row over all columns. */
const ROW_BYTES = 48;

/** Rows of a table that is kept for the next file; one that had to become larger is let go. */
const KEPT_ROWS = 16384;

/**
 * Tables for who opens one file after the other: making them is a good part of opening a small file. Those of a file are
 * valid until the next one is opened with them.
 */
export class ReusedTables {
  private meta = new TableBuilder(16);
  private dataSet = new TableBuilder(256);

  metaTable(): TableBuilder {
    return (this.meta = cleared(this.meta));
  }

  dataSetTable(): TableBuilder {
    return (this.dataSet = cleared(this.dataSet));
  }
}

function cleared(table: TableBuilder): TableBuilder {
  if (table.capacity > KEPT_ROWS) return new TableBuilder();
  table.count = 0;
  return table;
}

/** An `ElementTable` that grows by doubling; `count` may be set back to drop the last rows. */
export class TableBuilder implements ElementTable {
  count = 0;
  capacity: number;
  tag: Uint32Array;
  vr: Uint16Array;
  flags: Uint16Array;
  start: Float64Array;
  valueStart: Float64Array;
  valueEnd: Float64Array;
  end: Float64Array;
  parent: Int32Array;
  next: Int32Array;

  constructor(capacity = 256) {
    this.capacity = capacity;
    // One allocation for all columns, widest first so that each is aligned: it halves the cost of a small table.
    const buffer = new ArrayBuffer(capacity * ROW_BYTES);
    this.start = new Float64Array(buffer, 0, capacity);
    this.valueStart = new Float64Array(buffer, capacity * 8, capacity);
    this.valueEnd = new Float64Array(buffer, capacity * 16, capacity);
    this.end = new Float64Array(buffer, capacity * 24, capacity);
    this.tag = new Uint32Array(buffer, capacity * 32, capacity);
    this.parent = new Int32Array(buffer, capacity * 36, capacity);
    this.next = new Int32Array(buffer, capacity * 40, capacity);
    this.vr = new Uint16Array(buffer, capacity * 44, capacity);
    this.flags = new Uint16Array(buffer, capacity * 46, capacity);
  }

  /** Adds a row whose value ends at `valueEnd`; a container's end is corrected when it is closed. */
  push(
    tag: number,
    vr: number,
    flags: number,
    start: number,
    valueStart: number,
    valueEnd: number,
    parent: number,
  ): number {
    const row = this.count;
    if (row === this.capacity) this.grow();
    this.tag[row] = tag;
    this.vr[row] = vr;
    this.flags[row] = flags;
    this.start[row] = start;
    this.valueStart[row] = valueStart;
    this.valueEnd[row] = valueEnd;
    this.end[row] = valueEnd;
    this.parent[row] = parent;
    this.next[row] = row + 1;
    this.count = row + 1;
    return row;
  }

  /** Ends the container `row`: its subtree is everything added since. */
  close(row: number, valueEnd: number, end: number): void {
    this.valueEnd[row] = valueEnd;
    this.end[row] = end;
    this.next[row] = this.count;
  }

  private grow(): void {
    const larger = new TableBuilder(this.capacity * 2);
    larger.tag.set(this.tag);
    larger.vr.set(this.vr);
    larger.flags.set(this.flags);
    larger.start.set(this.start);
    larger.valueStart.set(this.valueStart);
    larger.valueEnd.set(this.valueEnd);
    larger.end.set(this.end);
    larger.parent.set(this.parent);
    larger.next.set(this.next);
    Object.assign(this, larger, { count: this.count });
  }
}
