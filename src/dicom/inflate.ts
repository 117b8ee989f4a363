import { Inflate } from 'fflate';

/** Bytes handed to the inflater at a time, so that the bound is checked long before memory runs out. */
const SLICE = 65536;

/** A deflated data set larger than this when inflated is refused: 1 GiB. */
export const INFLATE_LIMIT = 1 << 30;

export interface Inflated {
  readonly bytes: Uint8Array;
  /** `complete`; `truncated`: the stream ended early or broke; `limit`: it would have grown past the bound. */
  readonly status: 'complete' | 'truncated' | 'limit';
}

/**
 * Inflates a deflated data set (PS3.5 A.5: raw RFC 1951, no zlib header, perhaps one pad byte at the end). What comes
 * out before an error is kept. Some writers put a zlib header in front; it is stepped over.
 */
export function inflateDataSet(deflated: Uint8Array, limit = INFLATE_LIMIT): Inflated {
  const raw = inflateRaw(deflated, limit);
  if (raw.bytes.length === 0 && hasZlibHeader(deflated)) return inflateRaw(deflated.subarray(2), limit);
  return raw;
}

/** RFC 1950: compression method 8, header a multiple of 31. */
function hasZlibHeader(bytes: Uint8Array): boolean {
  return bytes.length > 2 && (bytes[0] & 0x0f) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0;
}

function inflateRaw(deflated: Uint8Array, limit: number): Inflated {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const inflater = new Inflate(chunk => {
    if (chunk.length === 0) return;
    chunks.push(chunk);
    total += chunk.length;
  });
  // The inflater says in `s` whether the final block (f) was read to its end (no open block l).
  const { s: state } = inflater as unknown as { s: { f?: number; l?: unknown } };
  let status: Inflated['status'] = 'truncated';
  try {
    for (let at = 0; at < deflated.length; at += SLICE) {
      inflater.push(deflated.subarray(at, at + SLICE));
      if (state.f && !state.l) {
        status = 'complete';
        break;
      }
      if (total > limit) {
        status = 'limit';
        break;
      }
    }
  } catch {
    status = 'truncated';
  }
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, status };
}
