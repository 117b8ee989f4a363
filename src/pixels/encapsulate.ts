/** Encapsulated Pixel Data made of fragments, with the tables that find the frames in it. */
export interface EncapsulatedStream {
  /** The value field without the sequence delimiter: Basic Offset Table item, then the fragments. */
  readonly parts: readonly Uint8Array[];
  /** Values of Extended Offset Table (7FE0,0001) and its lengths (7FE0,0002); present if asked for. */
  readonly extended?: { readonly offsets: Uint8Array; readonly lengths: Uint8Array };
}

/**
 * Wraps the frames into items (PS3.5 A.4), each fragment padded to even length. The Basic Offset Table is filled for
 * `basic` as long as 32 bits hold the offsets, and left empty otherwise, as it must be beside an Extended Offset Table.
 */
export function encapsulate(
  frames: readonly (readonly Uint8Array[])[],
  offsets: 'basic' | 'extended' | 'none',
): EncapsulatedStream {
  const parts: Uint8Array[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  let at = 0;
  for (const fragments of frames) {
    starts.push(at);
    lengths.push(fragments.reduce((n, f) => n + f.length, 0));
    for (const fragment of fragments) {
      const padded = fragment.length % 2 ? new Uint8Array([...fragment.slice(-1), 0]) : undefined;
      const length = fragment.length + (padded ? 1 : 0);
      parts.push(itemHeader(length), padded ? fragment.subarray(0, -1) : fragment);
      if (padded) parts.push(padded);
      at += 8 + length;
    }
  }
  const table = offsets === 'basic' && at <= 0xffffffff ? u32s(starts) : new Uint8Array();
  const stream = [itemHeader(table.length), table, ...parts].filter(p => p.length > 0);
  return offsets === 'extended'
    ? { parts: stream, extended: { offsets: u64s(starts), lengths: u64s(lengths) } }
    : { parts: stream };
}

function itemHeader(length: number): Uint8Array {
  const out = new Uint8Array([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
  new DataView(out.buffer).setUint32(4, length, true);
  return out;
}

function u32s(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((v, i) => view.setUint32(4 * i, v, true));
  return new Uint8Array(view.buffer);
}

function u64s(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((v, i) => view.setBigUint64(8 * i, BigInt(v), true));
  return new Uint8Array(view.buffer);
}
