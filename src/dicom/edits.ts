/** One change to a data set: bytes [start, end) of `DicomFile.dataSource` become `bytes` (empty: removed; start = end: inserted). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
  /**
   * Row of the item the edit is inside (-1 at the top of the data set). Lengths of that item and of everything around it
   * are corrected when they are defined lengths.
   */
  readonly parent: number;
}

/** A piece of an output file, in order: bytes made by us, or a range copied verbatim from a source. */
export type OutputPart =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly start: number; readonly end: number };
