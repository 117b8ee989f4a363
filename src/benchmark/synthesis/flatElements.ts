/** One data element of an instance as the benchmark sees it: a path and the value as text. */
export interface FlatElement {
  /** Path in the form of the key, for example `<(0008,1115)>[<0000>]<(0020,000e)>`. */
  readonly path: string;
  readonly name: string;
  readonly tag: number;
  /** Tags of the sequences around it, outermost first. */
  readonly ancestors: readonly number[];
  /** Value as the official scripts print it, without the angle brackets; empty for sequences. */
  readonly value: string;
  /** VR as written; the dictionary's where none is. */
  readonly vr: string;
  readonly sequence: boolean;
  /** A stream of bytes (OB, OW, UN ...), printed as such. */
  readonly binary: boolean;
  readonly pixels: boolean;
  readonly private: boolean;
  /** Private creator in charge, as written. */
  readonly creator?: string;
  /**
   * False inside and after a content item whose concept name PS3.15 Table E.3.4-1 lists: such an item may be removed, and
   * the items after it get other numbers.
   */
  readonly stable: boolean;
}
