import type { ByteSource } from '../../dicom/byteSource';

/** A value of a record of an SQLite file. */
export type SqlValue = string | number | null | Uint8Array;

/** The file is not an SQLite database, or one this reader does not cover (write-ahead log, UTF-16, WITHOUT ROWID). */
export class SqliteFormatError extends Error {
  override readonly name = 'SqliteFormatError';
}

/** A record whose values are decoded when asked for; valid as long as the source is. */
export interface SqlRecord {
  /** Value of a column by its position, null past the end of the record. */
  value(column: number): SqlValue;
  /** UTF-8 bytes of a text, valid until the next look at any record; null if the value is no text. */
  textBytes?(column: number): Uint8Array | null;
}

/** UTF-8 to text; Node has a faster one than the web's. */
export type DecodeText = (bytes: Uint8Array) => string;

const WINDOW = 1 << 18;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads one table of an SQLite 3 file in rowid order, straight from its pages (https://www.sqlite.org/fileformat2.html).
 * An answer key is one wide table whose last column is large; this reads it at the speed of the disk, and a column that
 * nobody asks for is not read at all.
 */
export class SqliteTableReader {
  private readonly pageSize: number;
  private readonly usable: number;
  private window: Uint8Array = new Uint8Array(0);
  private windowStart = 0;
  private room: Uint8Array = new Uint8Array(0);
  readonly columns: readonly string[];
  private readonly root: number;
  private readonly rowidColumn: number;

  /** @throws SqliteFormatError if the file or the table is not there in a form this reader covers. */
  constructor(
    private readonly source: ByteSource,
    table: string,
    readonly decodeText: DecodeText = bytes => decoder.decode(bytes),
  ) {
    if (source.size < 512) throw new SqliteFormatError('it is too short for an SQLite database');
    const header = new Uint8Array(source.read(0, 100));
    if (decoder.decode(header.subarray(0, 15)) !== 'SQLite format 3')
      throw new SqliteFormatError('it does not start like an SQLite database');
    const view = new DataView(header.buffer);
    const size = view.getUint16(16);
    this.pageSize = size === 1 ? 65536 : size;
    this.usable = this.pageSize - header[20];
    if (view.getUint32(56) > 1) throw new SqliteFormatError('its text is not UTF-8');
    const found = this.findTable(table);
    if (!found) throw new SqliteFormatError(`it has no table ${table}`);
    if (/\bwithout\s+rowid\b/i.test(found.sql)) throw new SqliteFormatError(`its table ${table} has no rowid`);
    this.root = found.root;
    const definitions = columnDefinitions(found.sql);
    this.columns = definitions.map(definition => definition.name);
    this.rowidColumn = definitions.findIndex(definition => /^\s*integer\s+primary\s+key\b/i.test(definition.rest));
  }

  /** Every record. A record stays readable after the next one was asked for. */
  *records(): Generator<SqlRecord> {
    yield* this.walk(this.root, 0);
  }

  private findTable(table: string): { root: number; sql: string } | undefined {
    for (const record of this.walk(1, 0)) {
      if (record.value(0) !== 'table' || String(record.value(1)).toLowerCase() !== table.toLowerCase()) continue;
      return { root: Number(record.value(3)), sql: String(record.value(4)) };
    }
    return undefined;
  }

  private *walk(page: number, depth: number): Generator<SqlRecord> {
    if (depth > 20) throw new SqliteFormatError('its pages form a loop');
    const start = (page - 1) * this.pageSize;
    const bytes = new Uint8Array(this.bytes(start, this.pageSize));
    const view = new DataView(bytes.buffer);
    const at = page === 1 ? 100 : 0;
    const kind = bytes[at];
    const count = view.getUint16(at + 3);
    if (kind === 5) {
      for (let i = 0; i < count; i++) yield* this.walk(view.getUint32(view.getUint16(at + 12 + 2 * i)), depth + 1);
      yield* this.walk(view.getUint32(at + 8), depth + 1);
    } else if (kind === 13) {
      for (let i = 0; i < count; i++) yield this.record(bytes, view.getUint16(at + 8 + 2 * i));
    } else throw new SqliteFormatError('a page of its table is damaged');
  }

  private record(page: Uint8Array, cell: number): SqlRecord {
    const [payload, afterSize] = varint(page, cell);
    const [rowid, local] = varint(page, afterSize);
    const most = this.usable - 35;
    let inPage = payload;
    if (payload > most) {
      const least = Math.floor(((this.usable - 12) * 32) / 255) - 23;
      const rest = least + ((payload - least) % (this.usable - 4));
      inPage = rest <= most ? rest : least;
    }
    const head = page.subarray(local, local + inPage);
    const overflow = inPage < payload ? new DataView(page.buffer, page.byteOffset).getUint32(local + inPage) : 0;
    return new LazyRecord(head, payload, overflow, rowid, this.rowidColumn, this);
  }

  /** Memory for one value at a time. */
  scratch(size: number): Uint8Array {
    if (this.room.length < size) this.room = new Uint8Array(size * 2);
    return this.room.subarray(0, size);
  }

  /** Copies the chain of overflow pages that begins with page `first`. */
  readOverflow(first: number, into: Uint8Array, from: number): void {
    let page = first;
    let at = from;
    while (page !== 0 && at < into.length) {
      const bytes = this.bytes((page - 1) * this.pageSize, this.usable);
      page = ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 0;
      const length = Math.min(this.usable - 4, into.length - at);
      into.set(bytes.subarray(4, 4 + length), at);
      at += length;
    }
    if (at < into.length) throw new SqliteFormatError('a value of its table is cut short');
  }

  private bytes(offset: number, length: number): Uint8Array {
    if (offset < this.windowStart || offset + length > this.windowStart + this.window.length) {
      if (offset < 0 || offset + length > this.source.size) throw new SqliteFormatError('it is cut short');
      this.window = this.source.read(offset, Math.max(length, WINDOW));
      this.windowStart = offset;
    }
    const at = offset - this.windowStart;
    return this.window.subarray(at, at + length);
  }
}

class LazyRecord implements SqlRecord {
  private readonly types: number[] = [];
  private readonly offsets: number[] = [];

  constructor(
    private readonly head: Uint8Array,
    private readonly size: number,
    private readonly overflow: number,
    private readonly rowid: number,
    private readonly rowidColumn: number,
    private readonly reader: {
      scratch(size: number): Uint8Array;
      readOverflow(first: number, into: Uint8Array, from: number): void;
      decodeText: DecodeText;
    },
  ) {
    const [headerSize, start] = varint(head, 0);
    const bytes = headerSize > head.length ? this.all() : head;
    let at = start;
    let offset = headerSize;
    while (at < headerSize) {
      const [type, next] = varint(bytes, at);
      this.types.push(type);
      this.offsets.push(offset);
      offset += serialLength(type);
      at = next;
    }
  }

  value(column: number): SqlValue {
    if (column === this.rowidColumn) return this.rowid;
    if (column < 0 || column >= this.types.length) return null;
    const type = this.types[column];
    const offset = this.offsets[column];
    const length = serialLength(type);
    const bytes = offset + length <= this.head.length ? this.head : this.all();
    return decodeValue(bytes, offset, type, length, this.reader.decodeText);
  }

  textBytes(column: number): Uint8Array | null {
    const type = column >= 0 && column !== this.rowidColumn ? (this.types[column] ?? 0) : 0;
    if (type < 13 || type % 2 === 0) return null;
    const offset = this.offsets[column];
    const length = serialLength(type);
    const bytes = offset + length <= this.head.length ? this.head : this.all();
    return bytes.subarray(offset, offset + length);
  }

  /** In memory that the next value uses again: a key has a record per instance, and its answers are large. */
  private all(): Uint8Array {
    const whole = this.reader.scratch(this.size);
    whole.set(this.head.subarray(0, Math.min(this.head.length, this.size)));
    if (this.overflow !== 0) this.reader.readOverflow(this.overflow, whole, this.head.length);
    return whole;
  }
}

function serialLength(type: number): number {
  if (type >= 12) return (type - (type & 1) - 12) / 2;
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type];
}

function decodeValue(
  bytes: Uint8Array,
  offset: number,
  type: number,
  length: number,
  decodeText: DecodeText,
): SqlValue {
  if (type === 0) return null;
  if (type === 8) return 0;
  if (type === 9) return 1;
  if (type >= 12) {
    const part = bytes.subarray(offset, offset + length);
    return type % 2 === 1 ? decodeText(part) : new Uint8Array(part);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  if (type === 7) return view.getFloat64(0);
  if (type === 6) return Number(view.getBigInt64(0));
  let value = view.getInt8(0);
  for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(i);
  return value;
}

/** A variable-length integer and the offset past it. Exact up to 2^53. */
function varint(bytes: Uint8Array, offset: number): [number, number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[offset + i];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, offset + i + 1];
  }
  return [value * 256 + bytes[offset + 8], offset + 9];
}

/** Names and the rest of the definition of the columns of a `CREATE TABLE` statement. */
export function columnDefinitions(sql: string): { name: string; rest: string }[] {
  const body = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const char of body) {
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`' || char === '[') quote = char === '[' ? ']' : char;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    if (char === ',' && depth === 0 && quote === '') {
      parts.push(part);
      part = '';
    } else part += char;
  }
  parts.push(part);
  return parts
    .map(text => text.trim())
    .filter(text => !/^(?:constraint|primary\s+key|unique|check|foreign\s+key)\b/i.test(text))
    .map(text => {
      const quoted = /^(?:"((?:[^"]|"")*)"|`([^`]*)`|\[([^\]]*)\]|'([^']*)')/.exec(text);
      const bare = /^[^\s(]+/.exec(text);
      const name = quoted ? (quoted[1] ?? quoted[2] ?? quoted[3] ?? quoted[4]) : (bare?.[0] ?? '');
      return { name, rest: text.slice((quoted ?? bare)?.[0].length ?? 0) };
    });
}
