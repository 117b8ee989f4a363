import type { Edit } from '../dicom/edits';
import { RowFlag, vrText, type ElementTable } from '../dicom/elementTable';
import { encodeElement, padByte } from '../dicom/encode';

/** An edit still being made: removals next to each other grow together, and some are taken back. */
export interface OpenEdit {
  readonly start: number;
  end: number;
  bytes: Uint8Array;
  readonly parent: number;
  cancelled?: boolean;
}

const NOTHING = new Uint8Array(0);
const SHORT_LIMIT = 65534;
const ZERO_LENGTHS = { 2: new Uint8Array(2), 4: new Uint8Array(4) } as const;

/** The end of a header and the value after it, padded to even length. */
function lengthAndValue(value: Uint8Array, size: 2 | 4, bigEndian: boolean, pad: () => number): Uint8Array {
  const length = value.length + (value.length & 1);
  const out = new Uint8Array(size + length);
  for (let i = 0; i < size; i++) out[bigEndian ? size - 1 - i : i] = (length >>> (8 * i)) & 0xff;
  out.set(value, size);
  if (length !== value.length) out[size + value.length] = pad();
  return out;
}

/** Collects the edits of one file in document order. */
export class EditList {
  private readonly edits: OpenEdit[] = [];
  private lastRemoval: OpenEdit | undefined;
  private cancelledEdits = 0;

  constructor(private readonly table: ElementTable) {}

  /** The edits that count, in order. */
  finish(): readonly Edit[] {
    return this.cancelledEdits > 0 ? this.edits.filter(edit => !edit.cancelled) : this.edits;
  }

  /** Gives an element a new value field; where the length stays, only the value is written. */
  write(row: number, value: Uint8Array): void {
    const { table } = this;
    this.lastRemoval = undefined;
    const parent = table.parent[row]!;
    const start = table.valueStart[row]!;
    const end = table.valueEnd[row]!;
    const flags = table.flags[row]!;
    const length = value.length + (value.length & 1);
    if (end - start === length && length > 0 && !(flags & (RowFlag.undefinedLength | RowFlag.truncated))) {
      let bytes = value;
      if (value.length & 1) {
        bytes = new Uint8Array(length);
        bytes.set(value);
        bytes[length - 1] = padByte(vrText(table.vr[row]!));
      }
      this.edits.push({ start, end, bytes, parent });
      return;
    }
    // Headers end in their length: 16 bits in the short explicit form, else 32 (PS3.5 7.1.2, 7.1.3).
    const long = (flags & (RowFlag.implicit | RowFlag.longForm)) !== 0;
    if (!long && length > SHORT_LIMIT) {
      const place = { implicit: false, bigEndian: (flags & RowFlag.bigEndian) !== 0 };
      const bytes = encodeElement(table.tag[row]!, vrText(table.vr[row]!), value, place);
      this.edits.push({ start: table.start[row]!, end: table.end[row]!, bytes, parent });
      return;
    }
    const size = long ? 4 : 2;
    this.edits.push({
      start: start - size,
      end: table.end[row]!,
      bytes:
        length === 0
          ? ZERO_LENGTHS[size]
          : lengthAndValue(value, size, (flags & RowFlag.bigEndian) !== 0, () => padByte(vrText(table.vr[row]!))),
      parent,
    });
  }

  /** Takes out bytes; neighbours become one edit. */
  remove(start: number, end: number, parent: number): void {
    const last = this.lastRemoval;
    if (last && last.end === start && last.parent === parent) {
      last.end = end;
      return;
    }
    const edit: OpenEdit = { start, end, bytes: NOTHING, parent };
    this.edits.push(edit);
    this.lastRemoval = edit;
  }

  /** A removal of its own that may be cancelled later. */
  removal(row: number): OpenEdit {
    const { table } = this;
    return this.removalOf(table.start[row]!, table.end[row]!, table.parent[row]!);
  }

  /** A removal of any bytes that may be cancelled later. */
  removalOf(start: number, end: number, parent: number): OpenEdit {
    const edit: OpenEdit = { start, end, bytes: NOTHING, parent };
    this.edits.push(edit);
    this.lastRemoval = undefined;
    return edit;
  }

  cancel(edit: OpenEdit): void {
    if (edit.cancelled) return;
    edit.cancelled = true;
    this.cancelledEdits++;
  }

  /** Puts bytes in at an offset of the top level. */
  insert(bytes: Uint8Array, at: number): void {
    if (bytes.length === 0) return;
    this.lastRemoval = undefined;
    this.edits.push({ start: at, end: at, bytes, parent: -1 });
  }

  /** Gives inserted bytes other bytes. */
  rewrite(old: Uint8Array, bytes: Uint8Array): void {
    const edit = this.edits.find(e => e.start === e.end && e.bytes === old);
    if (edit) edit.bytes = bytes;
  }
}
