/** Where finished pages go, always in order. */
export interface PageSink {
  /** Writes bytes at an offset of the file; the array is only valid during the call. */
  write(offset: number, bytes: Uint8Array): void;
}

export interface SqlColumn {
  readonly name: string;
  readonly type: 'INTEGER' | 'REAL' | 'TEXT';
}

const encoder = new TextEncoder();

/** Texts of several neighbouring columns, or NULL, encoded once for many rows. */
export interface PackedTexts {
  readonly types: readonly number[];
  readonly bytes: Uint8Array;
}

export type SqlCell = string | number | null | PackedTexts;

export function packTexts(texts: readonly (string | null | undefined)[]): PackedTexts {
  const types: number[] = [];
  const parts: Uint8Array[] = [];
  for (const text of texts) {
    const part = encoder.encode(text ?? '');
    types.push(text === null || text === undefined ? NULL : TEXT + 2 * part.length);
    parts.push(part);
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { types, bytes };
}

/** Serial types of a record: NULL, and a text of no bytes. */
const NULL = 0;
const TEXT = 13;

const PAGE = 4096;
const MOST_LOCAL = PAGE - 35;
const LEAST_LOCAL = Math.floor(((PAGE - 12) * 32) / 255) - 23;
const CHUNK_PAGES = 256;

/**
 * Writes a new SQLite 3 file with one table of many rows and an index over its first column, which must be 0, 1, 2 ...
 * (https://www.sqlite.org/fileformat2.html). Pages are made in order and never touched again, so that a million rows need
 * no more memory than one. Columns may be added while rows are written; rows before them read as NULL.
 */
export class SqliteTableWriter {
  private readonly chunk = new Uint8Array(PAGE * CHUNK_PAGES);
  /** Pages given to the sink or waiting in `chunk`; page 1 comes last. */
  private pages = 1;
  private chunkPages = 0;
  private readonly leaf = new Uint8Array(PAGE);
  private leafCells = 0;
  private leafEnd = PAGE;
  private rows = 0;
  private readonly leaves: { readonly page: number; readonly lastRow: number }[] = [];
  private record = new Uint8Array(1 << 16);
  /** Serial types of the row being written, `typeCount` of them. */
  private types = new Int32Array(64);
  private typeCount = 0;

  constructor(
    private readonly sink: PageSink,
    private readonly table: string,
    private readonly columns: SqlColumn[],
  ) {}

  addColumn(column: SqlColumn): void {
    this.columns.push(column);
  }

  get rowCount(): number {
    return this.rows;
  }

  /** Appends a row: values in the order of the columns. Integers must fit 32 bits. */
  append(values: readonly SqlCell[]): void {
    const body = this.encodeBody(values);
    const header = this.headerLength();
    const payload = header + body;
    // The body was written leaving room in front for any header of this many columns.
    const from = this.bodyStart - header;
    this.putHeader(from, header);
    this.rows++;
    let local = payload;
    let overflowFirst = 0;
    if (payload > MOST_LOCAL) {
      const rest = LEAST_LOCAL + ((payload - LEAST_LOCAL) % (PAGE - 4));
      local = rest <= MOST_LOCAL ? rest : LEAST_LOCAL;
      overflowFirst = this.putOverflow(this.record.subarray(from + local, from + payload));
    }
    const size = varintLength(payload) + varintLength(this.rows) + local + (overflowFirst ? 4 : 0);
    if (this.leafEnd - size < 8 + 2 * (this.leafCells + 1)) this.closeLeaf();
    this.leafEnd -= size;
    let at = putVarint(this.leaf, this.leafEnd, payload);
    at = putVarint(this.leaf, at, this.rows);
    this.leaf.set(this.record.subarray(from, from + local), at);
    if (overflowFirst) put32(this.leaf, at + local, overflowFirst);
    put16(this.leaf, 8 + 2 * this.leafCells, this.leafEnd);
    this.leafCells++;
  }

  /** Writes the trees above the rows, the index and the first page. Nothing may be appended afterwards. */
  finish(): void {
    if (this.leafCells > 0 || this.leaves.length === 0) this.closeLeaf(this.rows);
    const tableRoot = this.tableRoot();
    const indexRoot = this.indexRoot();
    this.flush();
    this.firstPage(tableRoot, indexRoot);
  }

  // ---- records

  private get bodyStart(): number {
    return 4 + 9 * this.columns.length;
  }

  private encodeBody(values: readonly SqlCell[]): number {
    const start = this.bodyStart;
    let at = start;
    let count = 0;
    // Texts packed together take one place in `values`, and their number in `types`.
    if (this.types.length < this.columns.length + values.length)
      this.types = new Int32Array(2 * this.columns.length + 64);
    const { types } = this;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value === null) types[count++] = 0;
      else if (typeof value === 'string') {
        if (at + value.length * 3 + 64 > this.record.length) this.grow(at + value.length * 3 + 64);
        const length = putText(this.record, at, value);
        types[count++] = 13 + 2 * length;
        at += length;
      } else if (typeof value === 'number') {
        if (at + 64 > this.record.length) this.grow(at + 64);
        if (value === 0 || value === 1) types[count++] = 8 + value;
        else if (Number.isInteger(value)) {
          types[count++] = 4;
          put32(this.record, at, value);
          at += 4;
        } else {
          types[count++] = 7;
          new DataView(this.record.buffer).setFloat64(at, value);
          at += 8;
        }
      } else {
        if (at + value.bytes.length + 64 > this.record.length) this.grow(at + value.bytes.length + 64);
        for (const type of value.types) types[count++] = type;
        this.record.set(value.bytes, at);
        at += value.bytes.length;
      }
    }
    this.typeCount = count;
    return at - start;
  }

  private grow(size: number): void {
    const larger = new Uint8Array(Math.max(size, this.record.length * 2));
    larger.set(this.record);
    this.record = larger;
  }

  private headerLength(): number {
    let length = 1;
    for (let i = 0; i < this.typeCount; i++) length += varintLength(this.types[i]);
    return length < 128 ? length : length + 1;
  }

  private putHeader(from: number, length: number): void {
    const { record, types, typeCount } = this;
    let at = putVarint(record, from, length);
    for (let i = 0; i < typeCount; i++) {
      const type = types[i];
      if (type < 0x80) record[at++] = type;
      else at = putVarint(record, at, type);
    }
  }

  // ---- pages

  private emit(page: Uint8Array): number {
    this.chunk.set(page, this.chunkPages * PAGE);
    this.chunkPages++;
    this.pages++;
    const number = this.pages;
    if (this.chunkPages === CHUNK_PAGES) this.flush();
    return number;
  }

  private flush(): void {
    if (this.chunkPages === 0) return;
    this.sink.write((this.pages - this.chunkPages) * PAGE, this.chunk.subarray(0, this.chunkPages * PAGE));
    this.chunkPages = 0;
  }

  private putOverflow(bytes: Uint8Array): number {
    const first = this.pages + 1;
    const page = new Uint8Array(PAGE);
    for (let at = 0; at < bytes.length; at += PAGE - 4) {
      const part = bytes.subarray(at, at + PAGE - 4);
      const last = at + part.length >= bytes.length;
      if (last) page.fill(0);
      put32(page, 0, last ? 0 : this.pages + 2);
      page.set(part, 4);
      this.emit(page);
    }
    return first;
  }

  /** `lastRow`: the last row of this page; by default the one before the row being appended. */
  private closeLeaf(lastRow = this.rows - 1): void {
    const { leaf } = this;
    leaf[0] = 13;
    put16(leaf, 3, this.leafCells);
    put16(leaf, 5, this.leafEnd);
    this.leaves.push({ page: this.emit(leaf), lastRow });
    leaf.fill(0);
    this.leafCells = 0;
    this.leafEnd = PAGE;
  }

  private tableRoot(): number {
    let level = this.leaves.slice();
    const perPage = Math.floor((PAGE - 12) / 15);
    while (level.length > 1) {
      const above: typeof level = [];
      for (const group of evenGroups(level, perPage)) {
        const page = interiorPage(
          5,
          group.slice(0, -1).map(child => [child.page, varintOf(child.lastRow)]),
          group[group.length - 1].page,
        );
        above.push({ page: this.emit(page), lastRow: group[group.length - 1].lastRow });
      }
      level = above;
    }
    return level[0].page;
  }

  /** Index over the first column; its keys are row - 1 and the row itself. */
  private indexRoot(): number {
    const perLeaf = Math.floor((PAGE - 8) / 16);
    // Every child but the last is followed by one key that lives in the level above.
    let children: number[] = [];
    let separators: number[] = [];
    const count = Math.max(1, Math.ceil((this.rows + 1) / (perLeaf + 1)));
    const inLeaves = this.rows - (count - 1);
    const leaf = new Uint8Array(PAGE);
    for (let i = 0, first = 1; i < count; i++) {
      const length = Math.floor(((i + 1) * inLeaves) / count) - Math.floor((i * inLeaves) / count);
      children.push(this.emit(indexLeaf(leaf, first, first + length)));
      first += length;
      if (i < count - 1) separators.push(first++);
    }
    while (children.length > 1) {
      const perPage = Math.floor((PAGE - 12) / 20);
      const upper = splitWithSeparators(separators, perPage);
      const above: number[] = [];
      let child = 0;
      for (const part of upper.parts) {
        const cells = part.map((key, i): [number, Uint8Array] => [children[child + i], indexCell(key)]);
        child += part.length;
        above.push(this.emit(interiorPage(2, cells, children[child])));
        child++;
      }
      children = above;
      separators = upper.separators;
    }
    return children[0];
  }

  private firstPage(tableRoot: number, indexRoot: number): void {
    const page = new Uint8Array(PAGE);
    page.set(encoder.encode('SQLite format 3\0'));
    put16(page, 16, PAGE);
    page.set([1, 1, 0, 64, 32, 32], 18);
    put32(page, 24, 1); // file change counter
    put32(page, 28, this.pages);
    put32(page, 40, 1); // schema cookie
    put32(page, 44, 4); // schema format
    put32(page, 56, 1); // UTF-8
    put32(page, 92, 1); // the change counter the next field is valid for
    put32(page, 96, 3045001);
    const columns = this.columns.map(column => `"${column.name}" ${column.type}`).join(',\n  ');
    const first = this.columns[0].name;
    const index = `ix_${this.table}_${first}`;
    const cells = [
      schemaCell(1, 'table', this.table, this.table, tableRoot, `CREATE TABLE "${this.table}" (\n${columns}\n)`),
      schemaCell(2, 'index', index, this.table, indexRoot, `CREATE INDEX "${index}"ON "${this.table}" ("${first}")`),
    ];
    let end = PAGE;
    cells.forEach((cell, i) => {
      end -= cell.length;
      page.set(cell, end);
      put16(page, 108 + 2 * i, end);
    });
    page[100] = 13;
    put16(page, 103, cells.length);
    put16(page, 105, end);
    this.sink.write(0, page);
  }
}

/** Groups of at most `size`, none of them a single one unless it must be. */
function evenGroups<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) =>
    items.slice(Math.floor((i * items.length) / count), Math.floor(((i + 1) * items.length) / count)),
  );
}

/** Parts of at most `size` keys, with one key between two parts. No part is empty unless there is no key. */
function splitWithSeparators(keys: readonly number[], size: number): { parts: number[][]; separators: number[] } {
  const count = Math.max(1, Math.ceil((keys.length + 1) / (size + 1)));
  const inParts = keys.length - (count - 1);
  const parts: number[][] = [];
  const separators: number[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const length = Math.floor(((i + 1) * inParts) / count) - Math.floor((i * inParts) / count);
    parts.push(keys.slice(at, at + length));
    at += length;
    if (i < count - 1) separators.push(keys[at++]);
  }
  return { parts, separators };
}

function interiorPage(kind: number, cells: readonly (readonly [number, Uint8Array])[], last: number): Uint8Array {
  const page = new Uint8Array(PAGE);
  let end = PAGE;
  cells.forEach(([child, key], i) => {
    end -= 4 + key.length;
    put32(page, end, child);
    page.set(key, end + 4);
    put16(page, 12 + 2 * i, end);
  });
  page[0] = kind;
  put16(page, 3, cells.length);
  put16(page, 5, end);
  put32(page, 8, last);
  return page;
}

/** Fills a page with the keys of the rows [first, end). */
function indexLeaf(page: Uint8Array, first: number, endRow: number): Uint8Array {
  page.fill(0);
  let end = PAGE;
  for (let row = first; row < endRow; row++) {
    end -= indexCellLength(row);
    putIndexCell(page, end, row);
    put16(page, 8 + 2 * (row - first), end);
  }
  page[0] = 10;
  put16(page, 3, endRow - first);
  put16(page, 5, end === PAGE ? 0 : end);
  return page;
}

/** Record (row - 1, row) with its size in front. */
function indexCell(row: number): Uint8Array {
  const cell = new Uint8Array(indexCellLength(row));
  putIndexCell(cell, 0, row);
  return cell;
}

function indexCellLength(row: number): number {
  return 4 + integerLength(row - 1) + integerLength(row);
}

function putIndexCell(bytes: Uint8Array, at: number, row: number): void {
  const a = integerLength(row - 1);
  const b = integerLength(row);
  bytes[at] = 3 + a + b;
  bytes[at + 1] = 3;
  bytes[at + 2] = a === 0 ? 7 + row : a;
  bytes[at + 3] = b === 0 ? 8 + row : b;
  for (let i = a, value = row - 1; i > 0; i--, value >>>= 8) bytes[at + 3 + i] = value;
  for (let i = b, value = row; i > 0; i--, value >>>= 8) bytes[at + 3 + a + i] = value;
}

/** Bytes of an integer in a record, which is also its type; 0 and 1 need none. */
function integerLength(value: number): number {
  return value < 2 ? 0 : value < 0x80 ? 1 : value < 0x8000 ? 2 : value < 0x800000 ? 3 : 4;
}

function schemaCell(row: number, kind: string, name: string, table: string, root: number, sql: string): Uint8Array {
  const texts = [kind, name, table].map(text => encoder.encode(text));
  const sqlBytes = encoder.encode(sql);
  const rootBytes = new Uint8Array(4);
  put32(rootBytes, 0, root);
  const types = [...texts.map(text => 13 + 2 * text.length), 4, 13 + 2 * sqlBytes.length];
  const header = new Uint8Array(1 + types.reduce((sum, type) => sum + varintLength(type), 0));
  let at = putVarint(header, 0, header.length);
  for (const type of types) at = putVarint(header, at, type);
  const parts = [header, ...texts, rootBytes, sqlBytes];
  const payload = parts.reduce((sum, part) => sum + part.length, 0);
  const cell = new Uint8Array(varintLength(payload) + varintLength(row) + payload);
  at = putVarint(cell, putVarint(cell, 0, payload), row);
  for (const part of parts) {
    cell.set(part, at);
    at += part.length;
  }
  return cell;
}

function varintOf(value: number): Uint8Array {
  const bytes = new Uint8Array(varintLength(value));
  putVarint(bytes, 0, value);
  return bytes;
}

function varintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  if (value < 0x10000000) return 4;
  return 5;
}

function putVarint(bytes: Uint8Array, at: number, value: number): number {
  const length = varintLength(value);
  let rest = value;
  for (let i = length - 1; i >= 0; i--) {
    bytes[at + i] = (rest & 0x7f) | (i === length - 1 ? 0 : 0x80);
    rest = Math.floor(rest / 128);
  }
  return at + length;
}

function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

function put32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

/** Text as UTF-8; most text is ASCII, and a loop beats a call for short ones. Returns the bytes written. */
function putText(bytes: Uint8Array, at: number, text: string): number {
  const { length } = text;
  if (length > 200) return encoder.encodeInto(text, bytes.subarray(at)).written;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return encoder.encodeInto(text, bytes.subarray(at)).written;
    bytes[at + i] = code;
  }
  return length;
}
