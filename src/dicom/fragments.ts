import type { ByteWindow } from './byteWindow';
import { RowFlag } from './elementTable';
import { ITEM, SEQUENCE_END, UNDEFINED_LENGTH, type HeaderReader } from './headerReader';
import { tagText } from './problemLog';
import type { TableBuilder } from './tableBuilder';

/** Fragments at least this long are stepped over one header at a time instead of by reading ahead: a call costs as much as 64 KB. */
const SPARSE_FRAGMENT = 65536;
const READ_AHEAD = 262144;

/** Where the fragments of an element end. */
export interface FragmentsRead {
  /** Offset of the delimiter, or of what is damaged. */
  readonly at: number;
  /** Offset of what follows the element. */
  readonly end: number;
  /** Flags of a fragment's row. */
  readonly flags: number;
  /** Why there is no delimiter; `cut` if the last fragment announces more bytes than there are. */
  readonly damage?: { readonly code: string; readonly what: string; readonly cut: boolean };
}

/**
 * Steps over the fragments of encapsulated pixel data, reading only their headers (PS3.5 A.4), and adds a row for each that
 * is whole.
 * @param row row of the element the fragments belong to.
 */
export function readFragments(
  window: ByteWindow,
  header: HeaderReader,
  table: TableBuilder,
  row: number,
  valueStart: number,
  limit: number,
  bigEndian: boolean,
): FragmentsRead {
  const flags = RowFlag.fragment | (bigEndian ? RowFlag.bigEndian : 0);
  const damaged = (at: number, end: number, code: string, what: string, cut = false): FragmentsRead => ({
    at,
    end,
    flags,
    damage: { code, what, cut },
  });
  let ahead: number | undefined;
  for (let at = valueStart; ;) {
    if (limit - at < 8 || !window.ensure(at, 8, ahead)) {
      const what = `${tagText(table.tag[row])}: no sequence delimiter after its fragments`;
      return damaged(at, limit, 'missing-delimiter', what);
    }
    const tag = header.tagAt(at, bigEndian);
    const length = header.u32(at + 4, bigEndian);
    if (tag === SEQUENCE_END) return { at, end: at + 8, flags };
    if (tag !== ITEM || length === UNDEFINED_LENGTH) {
      const what = `A fragment or a sequence delimiter was expected, ${tagText(tag)} was found`;
      // An item of undefined length here cannot be stepped over: what follows is unreadable.
      return damaged(at, tag === ITEM ? limit : at, 'missing-delimiter', what);
    }
    const end = at + 8 + length;
    if (end > limit) {
      const what = `A fragment announces ${length} bytes, ${limit - at - 8} are there`;
      return damaged(at, limit, 'value-past-end', what, true);
    }
    table.push(ITEM, 0, flags, at, at + 8, end, row);
    ahead = length >= SPARSE_FRAGMENT ? 8 : READ_AHEAD;
    at = end;
  }
}
