import type { RowChange } from '../../../protocol/headerViewer';
import type { LoadedFile } from './loadedFile';
import type { FlatTree } from './rowIndex';

/** Bytes of a value that are compared; longer values that agree so far and in length count as equal. */
const COMPARED_BYTES = 64 * 1024 * 1024;

/**
 * Two files as one tree: elements with the same tag and place are one node, items are paired by position, the rest is
 * added or removed. Nodes are numbered in the order of the merged tree.
 */
export class MergedTree implements FlatTree {
  readonly count: number;
  /** Id in the first file and in the second, -1 where absent. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly #parents: Int32Array;
  readonly #nexts: Int32Array;
  readonly #changes: RowChange[];

  constructor(
    readonly before: LoadedFile,
    readonly after: LoadedFile,
    private readonly pathOf: (file: LoadedFile, id: number) => string,
  ) {
    const first: number[] = [];
    const second: number[] = [];
    const parents: number[] = [];
    const nexts: number[] = [];
    const changes: RowChange[] = [];

    /** Returns whether anything below differs. */
    const emit = (a: number, b: number, parent: number): boolean => {
      const node = first.length;
      first.push(Math.max(-1, a));
      second.push(Math.max(-1, b));
      parents.push(parent);
      nexts.push(0);
      changes.push('same');
      const below = merge(a, b, node);
      nexts[node] = first.length;
      changes[node] = a < 0 ? 'added' : b < 0 ? 'removed' : below || this.#differ(a, b) ? 'changed' : 'same';
      return changes[node] !== 'same';
    };
    const merge = (a: number, b: number, parent: number): boolean => {
      // -2: not there; -1: the top.
      const left = a === -2 ? [] : [...before.children(a)];
      const right = b === -2 ? [] : [...after.children(b)];
      let differs = false;
      for (const [x, y] of pairs(left, right, before, after)) differs = emit(x, y, parent) || differs;
      return differs;
    };
    merge(-1, -1, -1);
    this.count = first.length;
    this.first = Int32Array.from(first);
    this.second = Int32Array.from(second);
    this.#parents = Int32Array.from(parents);
    this.#nexts = Int32Array.from(nexts);
    this.#changes = changes;
  }

  next(node: number): number {
    return this.#nexts[node];
  }

  parent(node: number): number {
    return this.#parents[node];
  }

  isContainer(node: number): boolean {
    return this.#nexts[node] > node + 1;
  }

  change(node: number): RowChange {
    return this.#changes[node];
  }

  path(node: number): string {
    const a = this.first[node];
    return a >= 0 ? this.pathOf(this.before, a) : this.pathOf(this.after, this.second[node]);
  }

  /** Whether two nodes differ in themselves: VR, or the bytes of a value without children. */
  #differ(a: number, b: number): boolean {
    const x = this.before.place(a);
    const y = this.after.place(b);
    if (x.table.vr[x.row] !== y.table.vr[y.row]) return true;
    if (this.before.isContainer(a) || this.after.isContainer(b)) return false;
    const length = x.table.valueEnd[x.row] - x.table.valueStart[x.row];
    if (length !== y.table.valueEnd[y.row] - y.table.valueStart[y.row]) return true;
    const chunk = 1 << 16;
    for (let at = 0; at < Math.min(length, COMPARED_BYTES); at += chunk) {
      const size = Math.min(chunk, length - at);
      const left = x.source.read(x.table.valueStart[x.row] + at, size);
      const right = y.source.read(y.table.valueStart[y.row] + at, size);
      for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return true;
    }
    return false;
  }
}

/** Pairs siblings: items by position, elements by tag in ascending order. -2 stands for "not there". */
function* pairs(
  left: readonly number[],
  right: readonly number[],
  before: LoadedFile,
  after: LoadedFile,
): Generator<readonly [number, number]> {
  const isItems = (left.length > 0 && before.isItem(left[0])) || (right.length > 0 && after.isItem(right[0]));
  let x = 0;
  let y = 0;
  while (x < left.length || y < right.length) {
    if (x >= left.length) yield [-2, right[y++]];
    else if (y >= right.length) yield [left[x++], -2];
    else {
      const order = isItems ? 0 : before.tag(left[x]) - after.tag(right[y]);
      if (order === 0) yield [left[x++], right[y++]];
      else if (order < 0) yield [left[x++], -2];
      else yield [-2, right[y++]];
    }
  }
}
