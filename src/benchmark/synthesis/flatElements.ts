import { srConcept } from '../../standard/srConcepts';

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
  readonly sequence: boolean;
  /** A stream of bytes (OB, OW, UN ...), printed as such. */
  readonly binary: boolean;
  readonly pixels: boolean;
  readonly private: boolean;
  /** Private creator in charge, upper and lower case as written. */
  readonly creator?: string;
  /** Concept names (code, scheme) of the content items around it, outermost first. */
  readonly concepts: readonly (readonly [code: string, scheme: string])[];
}

/**
 * True if no content item around the element has a concept name that PS3.15 Table E.3.4-1 lists: such an item may be
 * removed or get a dummy as a whole.
 */
export function outsideConcepts(element: FlatElement): boolean {
  return element.concepts.every(([code, scheme]) => srConcept(code, scheme) === undefined);
}
