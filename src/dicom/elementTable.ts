/**
 * The data elements of one data set as a flat table in document order: one row per data element, item and fragment.
 * Only offsets are kept; values are read from the byte source when someone asks. A sequence is a row followed by its item
 * rows, an item is a row followed by its element rows, so the subtree of `row` is `row + 1 ... next[row] - 1`.
 */
export interface ElementTable {
  /** Number of rows. */
  readonly count: number;
  /** Tag as 0xggggeeee (unsigned); 0xFFFEE000 for items and fragments. */
  readonly tag: Uint32Array;
  /** VR as written, two ASCII characters in 16 bits (`vrCode`); the dictionary's VR where none is written; 'UN' if unknown. */
  readonly vr: Uint16Array;
  /** `RowFlag` bits. */
  readonly flags: Uint16Array;
  /** Offset of the first byte of the tag. */
  readonly start: Float64Array;
  /** Offset of the first byte of the value. */
  readonly valueStart: Float64Array;
  /** Offset past the last byte of the value, delimiters not included. */
  readonly valueEnd: Float64Array;
  /** Offset past the last byte of the element, its delimiter (if any) included. */
  readonly end: Float64Array;
  /** Row of the enclosing item (for elements), sequence (for items) or pixel data element (for fragments); -1 at the top. */
  readonly parent: Int32Array;
  /** Row after the last row of this subtree. */
  readonly next: Int32Array;
}

/** Bits of `ElementTable.flags`. */
export const RowFlag = {
  /** Length was 0xFFFFFFFF. */
  undefinedLength: 1,
  /** Children are item rows (SQ, or UN read as a sequence). */
  sequence: 2,
  /** The row is an item of a sequence. */
  item: 4,
  /** Encapsulated pixel data: children are fragment rows, the first being the Basic Offset Table. */
  encapsulated: 8,
  /** The row is a fragment of encapsulated pixel data. */
  fragment: 16,
  /** Header was written without a VR (implicit VR encoding, PS3.5 7.1.3). */
  implicit: 32,
  /** Header and value are big endian (PS3.5 7.3). */
  bigEndian: 64,
  /** VR written as UN but the content was understood as a sequence (PS3.5 6.2.2 note, CP-246). */
  sequenceInUN: 128,
  /** Value runs past the end of the file or of its parent and was cut there. */
  truncated: 256,
  /** Header has the 12-byte form (32-bit length with reserved bytes); needed to write a new length of the same form. */
  longForm: 512,
} as const;

/** 'PN' -> 0x504E. */
export function vrCode(vr: string): number {
  return (vr.charCodeAt(0) << 8) | vr.charCodeAt(1);
}

/** 0x504E -> 'PN'. */
export function vrText(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff);
}
