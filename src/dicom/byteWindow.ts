import type { ByteSource } from './byteSource';

const EMPTY = new Uint8Array(0);

/** Bytes read at once when headers follow each other. */
export const WINDOW_BYTES = 65536;

/**
 * A sliding view on a byte source: headers are read from `bytes`, the source is asked only when a header lies outside.
 * Values that nobody needs are stepped over without being read.
 */
export class ByteWindow {
  bytes: Uint8Array = EMPTY;
  /** Offset in the source of `bytes[0]`. */
  start = 0;
  /** Offset in the source past the last byte of `bytes`. */
  end = 0;

  constructor(readonly source: ByteSource) {}

  /**
   * Makes bytes [offset, offset + length) available, reading at least `want` bytes if it has to read.
   * @returns false if the source ends before.
   */
  ensure(offset: number, length: number, want = WINDOW_BYTES): boolean {
    if (offset >= this.start && offset + length <= this.end) return true;
    if (offset + length > this.source.size) return false;
    this.bytes = this.source.read(offset, Math.max(length, want));
    this.start = offset;
    this.end = offset + this.bytes.length;
    return offset + length <= this.end;
  }
}
