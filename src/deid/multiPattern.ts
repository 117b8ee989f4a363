/** A place where one of the patterns was found. */
export interface PatternHit {
  /** Index of the pattern. */
  readonly pattern: number;
  /** Offset past its last byte. */
  readonly end: number;
}

/**
 * Finds many byte patterns in one pass (Aho and Corasick 1975), ASCII letters in any case. Memory is a row of 256 states
 * per byte of all patterns, so patterns should be identifiers, not documents.
 */
export class MultiPattern {
  private readonly next: Int32Array;
  private readonly found: (readonly number[] | undefined)[];

  constructor(patterns: readonly Uint8Array[]) {
    const size = patterns.reduce((sum, p) => sum + p.length, 1);
    const next = new Int32Array(size * 256).fill(-1);
    const found: (number[] | undefined)[] = [undefined];
    patterns.forEach((pattern, index) => {
      if (pattern.length === 0) return;
      let state = 0;
      for (const byte of pattern) {
        const at = state * 256 + FOLD[byte]!;
        if (next[at]! < 0) {
          next[at] = found.length;
          found.push(undefined);
        }
        state = next[at]!;
      }
      (found[state] ??= []).push(index);
    });
    this.next = link(next, found);
    this.found = found;
  }

  /** Every occurrence in `bytes`, in order of their ends. `state` continues a search over pieces; start with 0. */
  search(bytes: Uint8Array, onHit: (hit: PatternHit) => void, state = 0, offset = 0): number {
    const { next, found } = this;
    let at = state;
    for (let i = 0; i < bytes.length; i++) {
      at = next[at * 256 + FOLD[bytes[i]!]!]!;
      const hits = found[at];
      if (hits) for (const pattern of hits) onHit({ pattern, end: offset + i + 1 });
    }
    return at;
  }
}

/** Upper-case ASCII letters as lower case. */
const FOLD = Uint8Array.from({ length: 256 }, (_, i) => (i >= 0x41 && i <= 0x5a ? i + 32 : i));

/** Fills in where to go on after a mismatch, breadth first, so that a search never looks back. */
function link(next: Int32Array, found: (number[] | undefined)[]): Int32Array {
  const failure = new Int32Array(found.length);
  const queue: number[] = [];
  for (let byte = 0; byte < 256; byte++) {
    const to = next[byte]!;
    if (to < 0) next[byte] = 0;
    else queue.push(to);
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    const inherited = found[failure[state]!];
    if (inherited) found[state] = [...(found[state] ?? []), ...inherited];
    for (let byte = 0; byte < 256; byte++) {
      const to = next[state * 256 + byte]!;
      const other = next[failure[state]! * 256 + byte]!;
      if (to < 0) next[state * 256 + byte] = other;
      else {
        failure[to] = other;
        queue.push(to);
      }
    }
  }
  return next;
}
