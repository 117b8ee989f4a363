/**
 * Where bytes come from. Ranged and synchronous, so that a 2 GB file opens at once and a worker needs no promises;
 * a virtual file system is read whole into a `memorySource`.
 */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /** True if what `read` gives stays as it is while the source is in use. */
  readonly steady?: boolean;
  /**
   * Bytes [offset, offset + length), cut at the end of the source. The array may be a view that is only valid until the
   * next call: copy what must live longer.
   */
  read(offset: number, length: number): Uint8Array;
}

/** A byte source over bytes in memory; `read` returns views, never copies. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    steady: true,
    read: (offset, length) => bytes.subarray(offset, Math.min(bytes.length, offset + length)),
  };
}
